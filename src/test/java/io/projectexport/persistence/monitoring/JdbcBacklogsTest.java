package io.projectexport.persistence.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.monitoring.Backlog;
import io.projectexport.export.monitoring.Backlogs;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.summary.SummaryClaims;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import io.projectexport.persistence.TestExports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcBacklogsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final String JOB = """
                insert into act_ru_job (id_, rev_, type_, retries_, suspension_state_, create_time_, duedate_)
                values (?, 1, 'message', ?, 1, localtimestamp - interval '1' hour, %s)
                """;

        @Autowired
        Backlogs backlogs;

        @Autowired
        ProjectExports exports;

        @Autowired
        SummaryClaims claims;

        @AfterEach
        void no_jobs() {
            jdbc.sql("delete from act_ru_job where id_ like 'backlog-%'").update();
        }

        @Test
        void of_an_empty_installation_everything_is_zero() {
            Backlog empty = backlogs.read();

            assertThat(empty.projects()).containsOnlyKeys(ExportStatus.values());
            assertThat(empty.projects().values()).containsOnly(0L);
            assertThat(empty.oldestWaiting()).isZero();
            assertThat(empty.oldestExporting()).isZero();
            assertThat(empty.jobsOverdue()).isZero();
        }

        @Test
        void the_oldest_of_those_that_wait_and_of_those_that_export_counts_from_its_own_beginning() {
            Instant now = Instant.now();
            add(TestExports.ready(project("1"), "paula", now.minus(Duration.ofDays(3))), now);
            add(TestExports.ready(project("2"), "paula", now.minus(Duration.ofDays(1))), now);
            ProjectExport exporting = TestExports.with(
                    TestExports.ready(project("3"), "paula", now.minus(Duration.ofDays(9))), ExportStatus.EXPORTING);
            add(exporting, now.minus(Duration.ofDays(9)));
            step(exporting, HistoryStep.ACCEPTED, now.minus(Duration.ofHours(2)));
            step(exporting, HistoryStep.RETRIED, now.minus(Duration.ofMinutes(10)));
            step(exporting, HistoryStep.ANSWER, now.minus(Duration.ofMinutes(2)));

            Backlog read = backlogs.read();

            assertThat(read.projects())
                    .containsEntry(ExportStatus.READY_TO_EXPORT, 2L)
                    .containsEntry(ExportStatus.EXPORTING, 1L)
                    .containsEntry(ExportStatus.SYNCED, 0L);
            assertThat(read.oldestWaiting())
                    .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(5));
            assertThat(read.oldestExporting()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(15));
        }

        private static Project project(String number) {
            return TestExports.ready(number).project();
        }

        private void add(ProjectExport export, Instant stepAt) {
            transaction.executeWithoutResult(status ->
                    exports.add(export, HistoryEntry.bySystem(export, stepAt, HistoryStep.SUBMITTED, null, null)));
        }

        private void step(ProjectExport export, HistoryStep step, Instant at) {
            transaction.executeWithoutResult(
                    status -> exports.update(export, HistoryEntry.bySystem(export, at, step, null, null)));
        }

        @Test
        void a_job_that_is_due_is_overdue_after_a_minute_and_one_without_tries_has_failed() {
            job("backlog-due", 3, "null");
            job("backlog-later", 3, "localtimestamp + interval '1' hour");
            job("backlog-failed", 0, "null");

            assertThat(backlogs.read().jobsOverdue()).isEqualTo(1);
            assertThat(backlogs.read().jobsFailed()).isEqualTo(1);
        }

        private void job(String id, int retries, String dueDate) {
            jdbc.sql(JOB.formatted(dueDate)).params(id, retries).update();
        }

        @Test
        void todays_summaries_are_counted_and_yesterdays_are_not() {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            claims.claim("anna", today);
            claims.claim("ben", today);
            claims.claim("anna", today.minusDays(1));

            assertThat(backlogs.read().summariesToday()).isEqualTo(2);
        }
    }
}
