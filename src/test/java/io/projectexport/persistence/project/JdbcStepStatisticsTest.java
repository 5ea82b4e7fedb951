package io.projectexport.persistence.project;

import static io.projectexport.export.TestProjects.project;
import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.query.Figures.Day;
import io.projectexport.export.query.Figures.TimeToSynced;
import io.projectexport.export.query.StepStatistics;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcStepStatisticsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
        private static final LocalDate SPRING_FORWARD = LocalDate.parse("2026-09-27");

        @Autowired
        ProjectExports exports;

        @Autowired
        StepStatistics statistics;

        @Test
        void days_begin_and_end_at_midnight_in_the_zone_of_the_people() {
            Instant firstMinute = Instant.parse("2026-09-26T12:00:00Z");
            Instant lastMinute = Instant.parse("2026-09-27T10:59:59Z");
            history(NOON, step("Accepted", firstMinute), step("Rejected", lastMinute));
            history(NOON, step("Failed to Export", firstMinute.minusSeconds(1)));
            history(NOON, step("Failed to Export", lastMinute.plusSeconds(1)), step("Submitted", firstMinute));

            List<Day> days = statistics.on(
                    List.of(SPRING_FORWARD.minusDays(1), SPRING_FORWARD, SPRING_FORWARD.plusDays(1)), AUCKLAND);

            assertThat(days)
                    .containsExactly(
                            new Day(SPRING_FORWARD.minusDays(1), 0, 0, 1),
                            new Day(SPRING_FORWARD, 1, 1, 0),
                            new Day(SPRING_FORWARD.plusDays(1), 0, 0, 1));
        }

        @Test
        void time_to_synced_runs_from_the_submission() {
            history(NOON, step("Synced", NOON.plusSeconds(10)));
            history(NOON, step("Accepted", NOON.plusSeconds(5)), step("Synced", NOON.plusSeconds(20)));
            history(NOON, step("Synced", NOON.plusSeconds(120)));

            TimeToSynced time = statistics.timeToSynced(NOON);

            assertThat(time).isEqualTo(new TimeToSynced(Duration.ofSeconds(20), Duration.ofSeconds(110)));
            jdbc.sql("update project_history set waited_seconds = null").update();
            assertThat(statistics.timeToSynced(NOON))
                    .as("written by a node of an earlier release")
                    .isEqualTo(time);
        }

        @Test
        void without_anything_synced_there_is_no_time() {
            history(NOON, step("Synced", NOON.plusSeconds(10)));

            assertThat(statistics.timeToSynced(NOON.plusSeconds(11))).isEqualTo(new TimeToSynced(null, null));
        }

        @Test
        void each_is_in_its_status_since_the_last_step_that_changed_it() {
            UUID ready = history(NOON, step("Escalated", NOON.plusSeconds(9)));
            UUID rejected = history(NOON, step("Accepted", NOON.plusSeconds(5)), step("Rejected", NOON.plusSeconds(7)));
            history(NOON);

            assertThat(statistics.inStatusSince(List.of(ready, rejected)))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(ready, Instant.EPOCH, rejected, NOON.plusSeconds(7)));
            assertThat(statistics.inStatusSince(List.of())).isEmpty();
        }

        private int added;

        private UUID history(Instant submittedAt, HistoryEntry... entries) {
            Project project = project("P-" + added++, "Tower").build();
            ProjectExport export = ready(project, "paula", submittedAt);
            exports.add(export, step("Submitted", Instant.EPOCH));
            for (HistoryEntry entry : entries) {
                exports.update(export, entry);
            }
            return export.id();
        }

        private static HistoryEntry step(String what, Instant at) {
            return new HistoryEntry(at, "paula", what, 1, null, null, null);
        }
    }
}
