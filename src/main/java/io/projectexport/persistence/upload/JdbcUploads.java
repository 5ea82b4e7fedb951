package io.projectexport.persistence.upload;

import io.projectexport.export.upload.Upload;
import io.projectexport.export.upload.UploadRow;
import io.projectexport.export.upload.Uploads;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link Uploads}, in the tables {@code upload} and {@code upload_row}. */
@Repository
class JdbcUploads implements Uploads {

    private static final String ADD = """
            insert into upload (id, owner, token, submitted_at, total)
            values (:id, :owner, :token, :submittedAt, :total)
            """;
    private static final String COUNTED = """
            select upload.*,
                   (select count(*) from upload_row where upload_id = id and state = 'SUBMITTED') as submitted,
                   (select count(*) from upload_row where upload_id = id and state = 'REFUSED') as refused
            from upload
            """;
    private static final String UNFINISHED = COUNTED + """
            where submitted_at < ? and id in (select upload_id from upload_row where state = 'WAITING')
            order by submitted_at, id limit ?
            """;
    private static final String CLAIM = """
            select sheet_row from upload_row where upload_id = ? and sheet_row = ? and state = 'WAITING'
            for update skip locked
            """;

    private static final String DONE_BEFORE = """
            select id from upload where submitted_at < :moment and not exists
                (select 1 from upload_row where upload_id = id and (state = 'WAITING' or recorded_at >= :moment))
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final FirstWriteWins firstWriteWins;

    JdbcUploads(JdbcClient jdbc, NamedParameterJdbcTemplate batches, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    public boolean add(Upload upload, List<UploadRow> rows) {
        return firstWriteWins.insert(() -> {
            jdbc.sql(ADD)
                    .param("id", upload.id())
                    .param("owner", upload.owner())
                    .param("token", upload.token())
                    .param("submittedAt", SqlValues.timestamp(upload.submittedAt()))
                    .param("total", upload.total())
                    .update();
            batches.batchUpdate(
                    UploadRowColumns.INSERT,
                    rows.stream()
                            .map(row -> UploadRowColumns.of(upload.id(), row))
                            .toArray(SqlParameterSource[]::new));
        });
    }

    @Override
    public Optional<Upload> find(UUID uploadId) {
        return jdbc.sql(COUNTED + "where id = ?")
                .param(uploadId)
                .query(JdbcUploads::upload)
                .optional();
    }

    @Override
    public Optional<Upload> findByToken(String owner, String token) {
        return jdbc.sql(COUNTED + "where owner = ? and token = ?")
                .params(owner, token)
                .query(JdbcUploads::upload)
                .optional();
    }

    @Override
    public List<Upload> ownedBy(String owner, int limit) {
        return jdbc.sql(COUNTED + "where owner = ? order by submitted_at desc, id limit ?")
                .params(owner, limit)
                .query(JdbcUploads::upload)
                .list();
    }

    @Override
    public List<Upload> unfinished(Instant submittedBefore, int limit) {
        return jdbc.sql(UNFINISHED)
                .params(SqlValues.timestamp(submittedBefore), limit)
                .query(JdbcUploads::upload)
                .list();
    }

    @Override
    public List<UploadRow> rows(UUID uploadId) {
        return jdbc.sql("select * from upload_row where upload_id = ? order by sheet_row")
                .param(uploadId)
                .query(UploadRowColumns::row)
                .list();
    }

    @Override
    public List<UploadRow> waiting(UUID uploadId, int limit) {
        return jdbc.sql("select * from upload_row where upload_id = ? and state = 'WAITING' order by sheet_row limit ?")
                .params(uploadId, limit)
                .query(UploadRowColumns::row)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(UUID uploadId, UploadRow row) {
        return jdbc.sql(CLAIM)
                .params(uploadId, row.number())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean record(UUID uploadId, UploadRow row) {
        return batches.update(UploadRowColumns.UPDATE, UploadRowColumns.of(uploadId, row)) == 1;
    }

    @Override
    @Transactional
    public void deleteDoneBefore(Instant moment) {
        List<UUID> old = jdbc.sql(DONE_BEFORE)
                .param("moment", SqlValues.timestamp(moment))
                .query(UUID.class)
                .list();
        if (!old.isEmpty()) {
            jdbc.sql("delete from upload_row where upload_id in (:old)")
                    .param("old", old)
                    .update();
            jdbc.sql("delete from upload where id in (:old)").param("old", old).update();
        }
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("token"),
                SqlValues.instant(row, "submitted_at"),
                row.getInt("total"),
                row.getInt("submitted"),
                row.getInt("refused"));
    }
}
