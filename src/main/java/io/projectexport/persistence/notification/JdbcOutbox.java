package io.projectexport.persistence.notification;

import io.projectexport.export.outbox.Outbox;
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

/** Adapter of the port {@link Outbox}, in the table {@code mail_outbox}. */
@Repository
class JdbcOutbox implements Outbox {

    private static final String ADD = """
            insert into mail_outbox (notice_id, kind, export_id, written_by, content, recipient, tries, due_at)
            values (:noticeId, :kind, :exportId, :writtenBy, :content, :recipient, :tries, {now})
            """;
    private static final String CLAIM = """
            update mail_outbox set tries = tries + 1, due_at = {now} + cast(:pause as double precision) * interval '1' second
            where notice_id = :noticeId and tries = :tries
            """;

    private final JdbcClient jdbc;
    private final DatabaseTime time;
    private final FirstWriteWins ownTransaction;

    JdbcOutbox(JdbcClient jdbc, DatabaseTime time, FirstWriteWins ownTransaction) {
        this.jdbc = jdbc;
        this.time = time;
        this.ownTransaction = ownTransaction;
    }

    @Override
    public void add(Mail mail) {
        jdbc.sql(time.in(ADD))
                .param("noticeId", mail.noticeId())
                .param("kind", mail.kind())
                .param("exportId", mail.exportId())
                .param("writtenBy", mail.writtenBy())
                .param("content", mail.content())
                .param("recipient", mail.recipient())
                .param("tries", mail.tries())
                .update();
    }

    @Override
    public List<Mail> due(int limit) {
        return jdbc.sql(time.in("select * from mail_outbox where due_at <= {now} order by due_at, notice_id limit ?"))
                .param(limit)
                .query(JdbcOutbox::mail)
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
        jdbc.sql("delete from mail_outbox where notice_id = ?").param(noticeId).update();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getString("notice_id"),
                row.getString("kind"),
                row.getObject("export_id", UUID.class),
                row.getString("written_by"),
                row.getString("content"),
                row.getString("recipient"),
                row.getInt("tries"));
    }
}
