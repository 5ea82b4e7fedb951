package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.diagnostics.TestMails;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcTestMailsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        TestMails mails;

        @BeforeEach
        void root_is_a_user() {
            jdbc.sql("delete from ACT_ID_USER where ID_ = 'root'").update();
            jdbc.sql("insert into ACT_ID_USER (ID_, REV_) values ('root', 1)").update();
        }

        @Test
        void it_is_under_way_until_it_ended() {
            mails.asked("root", "one");
            assertThat(mails.find("root")).map(TestMails.TestMail::isUnderWay).contains(true);

            mails.ended("one", null);

            assertThat(mails.find("root")).map(TestMails.TestMail::isUnderWay).contains(false);
            assertThat(mails.find("somebody")).isEmpty();
        }

        @Test
        void a_double_click_at_the_first_one_is_no_error() throws Exception {
            ExecutorService clicks = Executors.newFixedThreadPool(4);
            try {
                for (Future<?> asked : clicks.invokeAll(Collections.nCopies(
                        4,
                        Executors.callable(
                                () -> mails.asked("root", UUID.randomUUID().toString()))))) {
                    asked.get();
                }
            } finally {
                clicks.shutdownNow();
            }
            assertThat(mails.find("root")).map(TestMails.TestMail::isUnderWay).contains(true);
        }

        @Test
        void the_last_one_counts_and_a_long_problem_is_cut() {
            mails.asked("root", "one");
            mails.ended("one", "refused");
            mails.asked("root", "two");
            mails.ended("one", null);
            assertThat(mails.find("root")).map(TestMails.TestMail::isUnderWay).contains(true);

            mails.ended("two", "x".repeat(5000));

            assertThat(mails.find("root").orElseThrow().problem()).hasSize(1000);
        }
    }
}
