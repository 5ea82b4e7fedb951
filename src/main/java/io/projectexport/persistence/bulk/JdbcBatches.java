package io.projectexport.persistence.bulk;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.Batches;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link Batches}, in two tables for each kind. */
public abstract class JdbcBatches<W> implements Batches<W> {

    private static final String ADD = """
            insert into {batch} (id, owner, token, submitted_at, total)
            values (:id, :owner, :token, :submittedAt, :total)
            """;
    private static final String COUNTED = """
            select {batch}.*,
                   (select count(*) from {row} where {batchId} = id and state not in ('WAITING', 'REFUSED')) as done,
                   (select count(*) from {row} where {batchId} = id and state = 'REFUSED') as refused
            from {batch}
            """;
    private static final String UNFINISHED = COUNTED + """
            where submitted_at < ? and id in (select {batchId} from {row} where state = 'WAITING')
            order by submitted_at, id limit ?
            """;
    private static final String WAITING =
            "select * from {row} where {batchId} = ? and state = 'WAITING' order by {number} limit ?";

    private static final String CLAIM = """
            select {number} from {row} where {batchId} = :batchId and {number} in (:numbers) and state = 'WAITING'
            for update skip locked
            """;
    private static final String DONE_BEFORE = """
            select id from {batch} where submitted_at < :moment and not exists
                (select 1 from {row} where {batchId} = id and (state = 'WAITING' or recorded_at >= :moment))
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final FirstWriteWins firstWriteWins;
    private final BatchTables<W> tables;
    private final BatchRowColumns<W> columns;

    protected JdbcBatches(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate template,
            FirstWriteWins firstWriteWins,
            BatchTables<W> tables) {
        this.jdbc = jdbc;
        this.template = template;
        this.firstWriteWins = firstWriteWins;
        this.tables = tables;
        this.columns = new BatchRowColumns<>(tables);
    }

    protected final JdbcClient.StatementSpec sql(String template) {
        return jdbc.sql(tables.sql(template));
    }

    /** As it is stored, for questions of one kind alone. */
    protected final BatchRow<W> row(ResultSet row, int number) throws SQLException {
        return columns.row(row);
    }

    @Override
    public boolean add(Batch batch, List<BatchRow<W>> rows) {
        return firstWriteWins.insert(() -> {
            sql(ADD).param("id", batch.id())
                    .param("owner", batch.owner())
                    .param("token", batch.token())
                    .param("submittedAt", SqlValues.timestamp(batch.submittedAt()))
                    .param("total", batch.total())
                    .update();
            write(BatchRowColumns.INSERT, batch.id(), rows);
        });
    }

    private int[] write(String statement, UUID batchId, List<BatchRow<W>> rows) {
        return template.batchUpdate(
                tables.sql(statement),
                rows.stream().map(row -> columns.of(batchId, row)).toArray(SqlParameterSource[]::new));
    }

    @Override
    public Optional<Batch> find(UUID batchId) {
        return sql(COUNTED + "where id = ?")
                .param(batchId)
                .query(JdbcBatches::batch)
                .optional();
    }

    @Override
    public Optional<Batch> findByToken(String owner, String token) {
        return sql(COUNTED + "where owner = ? and token = ?")
                .params(owner, token)
                .query(JdbcBatches::batch)
                .optional();
    }

    @Override
    public List<Batch> ownedBy(String owner, int limit) {
        return sql(COUNTED + "where owner = ? order by submitted_at desc, id limit ?")
                .params(owner, limit)
                .query(JdbcBatches::batch)
                .list();
    }

    @Override
    public List<Batch> unfinished(Instant submittedBefore, int limit) {
        return sql(UNFINISHED)
                .params(SqlValues.timestamp(submittedBefore), limit)
                .query(JdbcBatches::batch)
                .list();
    }

    @Override
    public List<BatchRow<W>> rows(UUID batchId) {
        return sql("select * from {row} where {batchId} = ? order by {number}")
                .param(batchId)
                .query(this::row)
                .list();
    }

    @Override
    public List<BatchRow<W>> waiting(UUID batchId, int limit) {
        return sql(WAITING).params(batchId, limit).query(this::row).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(UUID batchId, List<BatchRow<W>> rows) {
        return sql(CLAIM)
                        .param("batchId", batchId)
                        .param("numbers", rows.stream().map(BatchRow::number).toList())
                        .query(Integer.class)
                        .list()
                        .size()
                == rows.size();
    }

    @Override
    @Transactional
    public boolean record(UUID batchId, List<BatchRow<W>> rows) {
        return Arrays.stream(write(BatchRowColumns.UPDATE, batchId, rows)).allMatch(changed -> changed == 1);
    }

    @Override
    @Transactional
    public void deleteDoneBefore(Instant moment) {
        List<UUID> old = sql(DONE_BEFORE)
                .param("moment", SqlValues.timestamp(moment))
                .query(UUID.class)
                .list();
        if (!old.isEmpty()) {
            sql("delete from {row} where {batchId} in (:old)").param("old", old).update();
            sql("delete from {batch} where id in (:old)").param("old", old).update();
        }
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("token"),
                SqlValues.instant(row, "submitted_at"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"));
    }
}
