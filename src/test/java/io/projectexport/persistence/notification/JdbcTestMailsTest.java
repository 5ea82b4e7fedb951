package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.diagnostics.TestMails;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
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

        @Test
        void it_is_under_way_until_it_ended() {
            mails.asked("root", "one");
            assertThat(mails.find("root")).map(TestMails.TestMail::isUnderWay).contains(true);

            mails.ended("one", null);

            assertThat(mails.find("root")).map(TestMails.TestMail::isUnderWay).contains(false);
            assertThat(mails.find("somebody")).isEmpty();
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
