package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.outbox.Outbox.Mail;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcOutboxTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        Outbox outbox;

        private final Mail mail = mail("remark-1");

        private static Mail mail(String id) {
            return new Mail(id, "ANSWER", new UUID(0, 7), "sam", "The new one.\nRéally 🌉", "anna@example.com", 0);
        }

        @Test
        void what_is_added_is_due_at_once_the_longest_waiting_first_and_comes_back_as_it_was() {
            outbox.add(mail);
            outbox.add(mail("remark-0"));

            assertThat(outbox.due(1)).containsExactly(mail);
            assertThat(outbox.due(5)).hasSize(2);
        }

        @Test
        void of_two_nodes_one_claims_it_and_it_is_due_again_after_the_pause() {
            outbox.add(mail);

            assertThat(outbox.claim(mail, Duration.ofMinutes(3))).isTrue();
            assertThat(outbox.claim(mail, Duration.ofMinutes(3))).isFalse();
            assertThat(outbox.due(5)).isEmpty();

            pass(Duration.ofMinutes(4));
            assertThat(outbox.due(5)).singleElement().extracting(Mail::tries).isEqualTo(1);
        }

        @Test
        void claim_stays_although_its_transaction_is_undone_and_what_was_added_does_not() {
            outbox.add(mail);
            transaction.executeWithoutResult(undone -> {
                outbox.claim(mail, Duration.ofMinutes(3));
                undone.setRollbackOnly();
            });
            transaction.executeWithoutResult(undone -> {
                outbox.add(mail("remark-2"));
                undone.setRollbackOnly();
            });

            assertThat(outbox.due(5)).isEmpty();
        }

        @Test
        void what_is_removed_is_never_due() {
            outbox.add(mail);
            outbox.remove(mail.noticeId());

            assertThat(outbox.due(5)).isEmpty();
            assertThat(outbox.claim(mail, Duration.ZERO)).isFalse();
        }
    }
}
