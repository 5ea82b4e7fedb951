package io.projectexport.persistence.exactlyonce;

import static io.projectexport.persistence.TestExports.full;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.step;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.existing.ExistingJobs;
import io.projectexport.export.existing.WaitingProject;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcExistingJobsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final String HERE = "tenant-1";
        private static final Duration A_WHILE = Duration.ofMinutes(5);
        private static final List<FoundJob> FOUND =
                List.of(new FoundJob(new XeroJob("id-1", "https://xero.example/id-1"), "archived, \u5854"));

        @Autowired
        ExistingJobs existing;

        @Autowired
        ProjectExports exports;

        @Test
        void what_was_found_comes_back_for_its_round_and_organisation_alone() {
            ProjectExport export = added(full("P-1"));
            WaitingProject project = existing.waiting(HERE, 10).get(0);
            assertThat(project)
                    .isEqualTo(
                            new WaitingProject(export.id(), 3, export.project().nameInXero()));

            existing.store(HERE, Map.of(project, FOUND));

            assertThat(existing.of(export.id(), 3, HERE)).isEqualTo(FOUND);
            assertThat(existing.found(List.of(export.id()), HERE)).containsExactly(export.id());
            assertThat(existing.of(export.id(), 2, HERE)).isEmpty();
            assertThat(existing.of(export.id(), 3, "tenant-2")).isEmpty();
            assertThat(existing.found(List.of(export.id()), "tenant-2")).isEmpty();
            assertThat(existing.found(List.of(), HERE)).isEmpty();
        }

        @Test
        void what_was_looked_for_without_a_result_is_nothing_new_and_nothing_found() {
            ProjectExport export = added(ready("P-1"));
            assertThat(existing.isSomethingNew(HERE)).isTrue();

            existing.store(HERE, Map.of(existing.waiting(HERE, 10).get(0), List.of()));

            assertThat(existing.isSomethingNew(HERE)).isFalse();
            assertThat(existing.isSomethingNew("tenant-2")).isTrue();
            assertThat(existing.found(List.of(export.id()), HERE)).isEmpty();
        }

        @Test
        void what_was_not_looked_for_comes_first_and_what_was_decided_not_at_all() {
            ProjectExport known = added(ready("P-1"));
            ProjectExport decided = added(ready("P-2"));
            existing.store(HERE, Map.of(waiting(known), FOUND, waiting(decided), FOUND));
            ProjectExport unknown = added(ready("P-3"));
            exports.update(with(decided, ExportStatus.REJECTED), step("Rejected"));

            assertThat(existing.waiting(HERE, 10))
                    .extracting(WaitingProject::exportId)
                    .containsExactly(unknown.id(), known.id());
            assertThat(existing.waiting(HERE, 1)).hasSize(1);

            existing.store(HERE, Map.of(waiting(known), List.of()));
            assertThat(existing.of(known.id(), 1, HERE)).isEmpty();
            assertThat(existing.of(decided.id(), 1, HERE)).isEmpty();
        }

        @Test
        void of_several_nodes_one_looks_and_the_next_one_after_a_while() {
            long first = IntStream.range(0, 4)
                    .parallel()
                    .filter(node -> existing.claimLook(HERE, A_WHILE))
                    .count();
            assertThat(first).isOne();
            assertThat(existing.claimLook("tenant-2", A_WHILE)).isTrue();

            pass(Duration.ofMinutes(4));
            assertThat(existing.claimLook(HERE, A_WHILE)).isFalse();
            pass(Duration.ofMinutes(1));
            long second = IntStream.range(0, 4)
                    .parallel()
                    .filter(node -> existing.claimLook(HERE, A_WHILE))
                    .count();
            assertThat(second).isOne();
        }

        @Test
        void a_claim_that_came_to_nothing_is_free_again() {
            existing.claimLook(HERE, A_WHILE);

            existing.releaseLook(HERE);

            assertThat(existing.claimLook(HERE, A_WHILE)).isTrue();
        }

        private static WaitingProject waiting(ProjectExport export) {
            return new WaitingProject(
                    export.id(), export.submission().round(), export.project().nameInXero());
        }

        private ProjectExport added(ProjectExport export) {
            transaction.executeWithoutResult(t -> exports.add(export, step("Submitted")));
            return export;
        }
    }
}
