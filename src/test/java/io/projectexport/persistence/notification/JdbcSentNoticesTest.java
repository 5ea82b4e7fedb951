package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.notification.SentNotices;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcSentNoticesTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        SentNotices sent;

        @Test
        void only_a_notice_that_was_added_is_contained() {
            sent.add("rejection-1");

            assertThat(sent.contains("rejection-1")).isTrue();
            assertThat(sent.contains("rejection-2")).isFalse();
        }

        @Test
        void notice_outlives_a_rollback_of_the_caller() {
            transaction.executeWithoutResult(outer -> {
                sent.add("rejection-1");
                outer.setRollbackOnly();
            });

            assertThat(sent.contains("rejection-1")).isTrue();
        }

        @Test
        void adding_again_does_no_harm_to_the_callers_transaction() {
            transaction.executeWithoutResult(outer -> {
                sent.add("rejection-1");
                sent.add("rejection-1");
                jdbc.sql("select count(*) from sent_notice").query(Long.class).single();
            });

            assertThat(sent.contains("rejection-1")).isTrue();
        }
    }
}
