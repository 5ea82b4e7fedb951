package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.notification.UndeliveredMails.Mail;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcUndeliveredMailsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        UndeliveredMails undelivered;

        @Autowired
        JdbcClient jdbc;

        private final UUID export = UUID.randomUUID();

        private Mail mail(String name, String why) {
            return new Mail(name + export, export, "the rejection", "anna@example.com", why);
        }

        @Test
        void what_fails_is_seen_once_it_is_given_up_with_the_last_words() {
            long before = undelivered.count();
            undelivered.failed(mail("a", "450 busy"), false);
            undelivered.failed(mail("a", "550 unk\0nown"), false);
            undelivered.failed(mail("b", "550"), false);
            assertThat(undelivered.of(export)).isEmpty();
            assertThat(undelivered.count()).isEqualTo(before);

            undelivered.giveUp(export);
            undelivered.giveUp(UUID.randomUUID());

            assertThat(undelivered.of(export)).containsExactly(mail("a", "550 unknown"), mail("b", "550"));
            assertThat(undelivered.count()).isEqualTo(before + 2);
        }

        @Test
        void what_goes_out_all_the_same_is_forgotten() {
            undelivered.failed(mail("a", "550"), true);
            undelivered.delivered("a" + export);

            assertThat(undelivered.of(export)).isEmpty();
        }

        @Test
        void after_two_weeks_it_is_not_counted_but_still_shown() {
            undelivered.failed(mail("a", "550"), true);
            long before = undelivered.count();
            jdbc.sql("update undelivered_mail set failed_at = timestamp with time zone '2020-01-01 00:00:00+00'"
                            + " where export_id = ?")
                    .param(export)
                    .update();

            assertThat(undelivered.count()).isEqualTo(before - 1);
            assertThat(undelivered.of(export)).hasSize(1);
        }

        @Test
        void it_is_noted_although_the_job_that_failed_is_rolled_back() {
            transaction.executeWithoutResult(job -> {
                undelivered.failed(mail("a", "550"), false);
                undelivered.giveUp(export);
                job.setRollbackOnly();
            });

            assertThat(undelivered.of(export)).hasSize(1);
        }
    }
}
