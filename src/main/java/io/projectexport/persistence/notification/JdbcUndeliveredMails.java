package io.projectexport.persistence.notification;

import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link UndeliveredMails}, in the table {@code undelivered_mail}. */
@Repository
class JdbcUndeliveredMails implements UndeliveredMails {

    private static final Duration COUNTED = Duration.ofDays(14);

    private static final String UPDATE = """
            update undelivered_mail set recipient = :recipient, why = :why, failed_at = :at, given_up = :givenUp
            where notice_id = :noticeId
            """;
    private static final String INSERT = """
            insert into undelivered_mail (notice_id, export_id, about, recipient, why, failed_at, given_up)
            values (:noticeId, :exportId, :about, :recipient, :why, :at, :givenUp)
            """;

    private final JdbcClient jdbc;
    private final FirstWriteWins ownTransaction;
    private final Clock clock;

    JdbcUndeliveredMails(JdbcClient jdbc, FirstWriteWins ownTransaction, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    @Override
    public void failed(Mail mail, boolean givenUp) {
        if (!ownTransaction.update(() -> with(mail, givenUp, jdbc.sql(UPDATE)).update())) {
            ownTransaction.insert(() -> with(mail, givenUp, jdbc.sql(INSERT))
                    .param("exportId", mail.exportId())
                    .param("about", mail.about())
                    .update());
        }
    }

    private JdbcClient.StatementSpec with(Mail mail, boolean givenUp, JdbcClient.StatementSpec statement) {
        return statement
                .param("noticeId", mail.noticeId())
                .param("recipient", mail.recipient())
                .param("why", SqlValues.text(mail.why()))
                .param("at", SqlValues.timestamp(clock.instant()))
                .param("givenUp", givenUp);
    }

    @Override
    public void delivered(String noticeId) {
        ownTransaction.update(() -> jdbc.sql("delete from undelivered_mail where notice_id = ?")
                .param(noticeId)
                .update());
    }

    @Override
    public void giveUp(UUID exportId) {
        ownTransaction.update(() -> jdbc.sql("update undelivered_mail set given_up = true where export_id = ?")
                .param(exportId)
                .update());
    }

    @Override
    public List<Mail> of(UUID exportId) {
        return jdbc.sql("select * from undelivered_mail where export_id = ? and given_up order by failed_at, notice_id")
                .param(exportId)
                .query((row, number) -> new Mail(
                        row.getString("notice_id"),
                        exportId,
                        row.getString("about"),
                        row.getString("recipient"),
                        row.getString("why")))
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from undelivered_mail where given_up and failed_at > ?")
                .param(SqlValues.timestamp(clock.instant().minus(COUNTED)))
                .query(Long.class)
                .single();
    }
}
