package io.projectexport.persistence.conversation;

import io.projectexport.export.conversation.Contribution;
import io.projectexport.export.conversation.RemarkOutbox;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link RemarkOutbox}, in the table {@code remark_mail}. */
@Repository
class JdbcRemarkOutbox implements RemarkOutbox {

    private static final String ADD = """
            insert into remark_mail (notice_id, export_id, kind, written_by, remark, recipient, tries, due_at)
            values (:noticeId, :exportId, :kind, :writtenBy, :remark, :recipient, :tries, {now})
            """;
    private static final String CLAIM = """
            update remark_mail set tries = tries + 1, due_at = {now} + cast(:pause as double precision) * interval '1' second
            where notice_id = :noticeId and tries = :tries
            """;

    private final JdbcClient jdbc;
    private final DatabaseTime time;
    private final FirstWriteWins ownTransaction;

    JdbcRemarkOutbox(JdbcClient jdbc, DatabaseTime time, FirstWriteWins ownTransaction) {
        this.jdbc = jdbc;
        this.time = time;
        this.ownTransaction = ownTransaction;
    }

    @Override
    public void add(Mail mail) {
        jdbc.sql(time.in(ADD))
                .param("noticeId", mail.noticeId())
                .param("exportId", mail.exportId())
                .param("kind", mail.kind().name())
                .param("writtenBy", mail.writtenBy())
                .param("remark", mail.text())
                .param("recipient", mail.recipient())
                .param("tries", mail.tries())
                .update();
    }

    @Override
    public List<Mail> due(int limit) {
        return jdbc.sql(time.in("select * from remark_mail where due_at <= {now} order by due_at, notice_id limit ?"))
                .param(limit)
                .query(JdbcRemarkOutbox::mail)
                .list();
    }

    @Override
    public boolean claim(Mail mail, Duration pause) {
        return ownTransaction.update(() -> jdbc.sql(time.in(CLAIM))
                .param("pause", SqlValues.seconds(pause))
                .param("noticeId", mail.noticeId())
                .param("tries", mail.tries())
                .update());
    }

    @Override
    public void remove(String noticeId) {
        jdbc.sql("delete from remark_mail where notice_id = ?").param(noticeId).update();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getString("notice_id"),
                row.getObject("export_id", UUID.class),
                Contribution.valueOf(row.getString("kind")),
                row.getString("written_by"),
                row.getString("remark"),
                row.getString("recipient"),
                row.getInt("tries"));
    }
}
