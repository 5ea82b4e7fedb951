package io.projectexport.persistence.project;

import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.rehearsal.PastProject;
import io.projectexport.export.rehearsal.PastProject.PastStep;
import io.projectexport.export.rehearsal.PastProjects;
import io.projectexport.persistence.CountedStatements;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPastProjectsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        ProjectExports exports;

        @Autowired
        PastProjects past;

        @Autowired
        DataSource database;

        private long seconds;

        @Test
        void those_that_finished_last_come_first_with_all_that_happened_to_them() {
            ProjectExport first = add("P-1");
            ProjectExport waiting = add("P-2");
            ProjectExport second = add("P-3");
            did(first, ExportStatus.EXPORTING, "anna", HistoryStep.ACCEPTED);
            did(second, ExportStatus.REJECTED, "anna", HistoryStep.REJECTED);
            did(first, ExportStatus.EXPORTING, "anna", HistoryStep.QUESTION);
            did(first, ExportStatus.SYNCED, HistoryEntry.SYSTEM, HistoryStep.SYNCED);
            did(waiting, ExportStatus.READY_TO_EXPORT, HistoryEntry.SYSTEM, HistoryStep.ESCALATED);
            did(second, ExportStatus.WITHDRAWN, "paula", HistoryStep.WITHDRAWN);

            List<PastProject> found = past.lastFinished(10);

            assertThat(found)
                    .extracting(project -> project.export().project().number())
                    .containsExactly("P-3", "P-1");
            assertThat(found.get(0).steps())
                    .extracting(PastStep::kind)
                    .containsExactly(HistoryStep.SUBMITTED, HistoryStep.REJECTED, HistoryStep.WITHDRAWN);
            assertThat(found.get(1).steps())
                    .extracting(PastStep::kind, PastStep::bySystem)
                    .containsExactly(
                            tuple(HistoryStep.SUBMITTED, false),
                            tuple(HistoryStep.ACCEPTED, false),
                            tuple(HistoryStep.SYNCED, true));
            assertThat(past.lastFinished(1))
                    .extracting(project -> project.export().project().number())
                    .containsExactly("P-3");
        }

        @Test
        void why_an_export_failed_is_kept_with_the_step_although_it_was_retried_since() {
            ProjectExport export = add("P-1");
            Outcome failed = new Outcome(
                    null,
                    List.of(new ExportError("Xero is down", "Wait")),
                    ExportFailure.Reason.UNAVAILABLE,
                    null,
                    null);
            exports.update(
                    with(export, ExportStatus.FAILED_TO_EXPORT, null, failed),
                    entry(HistoryEntry.SYSTEM, HistoryStep.FAILED_TO_EXPORT));
            did(export, ExportStatus.EXPORTING, "anna", HistoryStep.RETRIED);
            did(export, ExportStatus.SYNCED, HistoryEntry.SYSTEM, HistoryStep.SYNCED);

            assertThat(past.lastFinished(10).get(0).steps())
                    .extracting(PastStep::failedFor)
                    .containsExactly(null, ExportFailure.Reason.UNAVAILABLE, null, null);
        }

        @Test
        void all_of_them_are_one_question() {
            for (int number = 0; number < 20; number++) {
                did(add("P-" + number), ExportStatus.SYNCED, HistoryEntry.SYSTEM, HistoryStep.SYNCED);
            }
            CountedStatements counted = new CountedStatements(database);
            PastProjects asked = new JdbcPastProjects(JdbcClient.create(counted));

            assertThat(counted.during(() -> assertThat(asked.lastFinished(500)).hasSize(20)))
                    .isOne();
        }

        private ProjectExport add(String number) {
            ProjectExport export = ready(number);
            exports.add(export, entry("paula", HistoryStep.SUBMITTED));
            return export;
        }

        private void did(ProjectExport export, ExportStatus status, String who, HistoryStep what) {
            exports.update(with(export, status), entry(who, what));
        }

        private HistoryEntry entry(String who, HistoryStep what) {
            return new HistoryEntry(NOON.plusSeconds(seconds++), who, what.label(), 1, null, null, null);
        }
    }
}
