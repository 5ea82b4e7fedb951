package io.projectexport.persistence.project;

import static io.projectexport.export.TestProjects.project;
import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.step;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.query.ProjectHints;
import io.projectexport.export.query.ProjectHints.Hints;
import io.projectexport.export.query.ProjectHints.LookAlike;
import io.projectexport.persistence.CountedStatements;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcProjectHintsTest {

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
        ProjectHints hints;

        @Test
        void question_is_asked_until_it_is_answered_and_asked_again_by_the_next_one() {
            ProjectExport asked = add(ready("P-1"), "Question");
            ProjectExport answered = add(ready("P-2"), "Question", "Question", "Answer");
            ProjectExport askedAgain = add(ready("P-3"), "Question", "Answer", "Note", "Question");
            ProjectExport quiet = add(ready("P-4"), "Note");

            assertThat(hints.of(List.of(asked.id(), answered.id(), askedAgain.id(), quiet.id(), UUID.randomUUID())))
                    .containsOnlyKeys(asked.id(), answered.id(), askedAgain.id())
                    .containsEntry(asked.id(), new Hints(false, null))
                    .containsEntry(answered.id(), new Hints(true, null))
                    .containsEntry(askedAgain.id(), new Hints(false, null));
        }

        @Test
        void question_of_an_earlier_round_is_none_any_more() {
            ProjectExport export = add(ready("P-1"));
            exports.update(export, new HistoryEntry(NOON, "anna", "Question", 7, null, null, null));

            assertThat(hints.of(List.of(export.id()))).isEmpty();
        }

        @Test
        void look_alike_in_xero_comes_before_those_that_wait_and_withdrawn_ones_are_none() {
            ProjectExport waiting = add(named("P-1", "Harbour Trust"));
            ProjectExport other = add(named("P-2", "harbour  TRUST"));
            add(with(named("P-3", "Harbour Trust"), ExportStatus.WITHDRAWN));
            add(named("P-4", "Other Trust"));
            assertThat(hints.of(List.of(waiting.id())))
                    .containsEntry(
                            waiting.id(),
                            new Hints(null, new LookAlike(other.id(), "P-2", ExportStatus.READY_TO_EXPORT)));
            ProjectExport synced = add(with(named("P-5", "Harbour Trust"), ExportStatus.SYNCED));

            assertThat(hints.of(List.of(waiting.id(), synced.id())))
                    .containsOnlyKeys(waiting.id())
                    .containsEntry(
                            waiting.id(), new Hints(null, new LookAlike(synced.id(), "P-5", ExportStatus.SYNCED)));
            assertThat(hints.withLookAlikeKeys(Set.of(waiting.project().lookAlikeKey())))
                    .extracting(export -> export.project().number())
                    .startsWith("P-5")
                    .containsExactlyInAnyOrder("P-5", "P-1", "P-2");
            assertThat(hints.withLookAlikeKeys(Set.of())).isEmpty();
        }

        @Test
        void many_take_one_statement(@Autowired DataSource database) {
            CountedStatements counted = new CountedStatements(database);
            ProjectHints asking = new JdbcProjectHints(JdbcClient.create(counted));
            List<UUID> ids = IntStream.range(0, 10)
                    .mapToObj(i ->
                            add(named("P-" + i, "Harbour Trust"), "Question").id())
                    .toList();

            assertThat(counted.during(() -> assertThat(asking.of(ids)).hasSize(10)))
                    .isEqualTo(1);
        }

        private static ProjectExport named(String number, String client) {
            return ready(project(number, "Harbour Bridge").client(client).build(), "paula", NOON);
        }

        private ProjectExport add(ProjectExport export, String... steps) {
            exports.add(export, step("Submitted"));
            for (String said : steps) {
                exports.update(export, step(said));
            }
            return export;
        }
    }
}
