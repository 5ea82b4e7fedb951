package io.projectexport.persistence.project;

import static io.projectexport.export.TestProjects.project;
import static io.projectexport.persistence.TestExports.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.query.ReviewFigures.Approver;
import io.projectexport.export.query.ReviewFigures.Reason;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.query.ReviewFigures.Week;
import io.projectexport.export.query.ReviewStatistics;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcReviewStatisticsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
        private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
        private static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-15T10:59:59Z");
        private static final Instant MONDAY_MORNING = Instant.parse("2026-11-15T11:00:00Z");
        private static final Duration HOUR = Duration.ofHours(1);

        @Autowired
        ProjectExports exports;

        @Autowired
        ReviewStatistics statistics;

        private int added;

        @Test
        void decisions_that_a_node_of_an_earlier_release_wrote_count_as_all_others() {
            history(
                    step("anna", "Accepted", MONDAY_MORNING, 1, null),
                    step("system", "Failed to Export", MONDAY_MORNING.plus(HOUR), 1, null),
                    step("ben", "Rejected", MONDAY_MORNING.plus(HOUR), 1, "No contact"));
            history(step("anna", "Rejected", MONDAY_MORNING, 1, "Why?"));
            List<Week> kept = statistics.inWeeks(List.of(MONDAY), AUCKLAND);
            List<Approver> approvers = statistics.byApprover(SUNDAY_NIGHT);

            jdbc.sql("update project_history set waited_seconds = null").update();

            assertThat(kept.get(0).reviews().accepted()).isEqualTo(1);
            assertThat(kept.get(0).reviews().rejected()).isEqualTo(1);
            assertThat(statistics.inWeeks(List.of(MONDAY), AUCKLAND)).isEqualTo(kept);
            assertThat(statistics.byApprover(SUNDAY_NIGHT)).isEqualTo(approvers);
        }

        @Test
        void weeks_begin_on_monday_in_the_zone_of_the_people_and_empty_ones_are_there_too() {
            history(step("anna", "Accepted", SUNDAY_NIGHT, 1, null));
            history(step("anna", "Rejected", MONDAY_MORNING, 1, "Why?"));

            List<Week> weeks = statistics.inWeeks(List.of(MONDAY.minusWeeks(1), MONDAY, MONDAY.plusWeeks(1)), AUCKLAND);

            assertThat(weeks)
                    .containsExactly(
                            new Week(MONDAY.minusWeeks(1), new Reviews(1, 0, 1, 1, HOUR, HOUR)),
                            new Week(MONDAY, new Reviews(0, 1, 1, 0, HOUR, HOUR)),
                            new Week(MONDAY.plusWeeks(1), new Reviews(0, 0, 0, 0, null, null)));
        }

        @Test
        void each_approver_has_what_was_decided_and_how_long_it_had_waited_in_its_round() {
            history(
                    step("anna", "Rejected", MONDAY_MORNING, 1, "Why?"),
                    submitted(MONDAY_MORNING.plus(HOUR), 2),
                    step("anna", "Accepted", MONDAY_MORNING.plus(HOUR.multipliedBy(3)), 2, null));
            history(step("anna", "Accepted", MONDAY_MORNING, 1, null));
            history(step("ben", "Accepted", MONDAY_MORNING, 1, null));
            history(step("ben", "Accepted", MONDAY_MORNING.minusSeconds(1), 1, null));

            assertThat(statistics.byApprover(MONDAY_MORNING))
                    .containsExactly(
                            new Approver("anna", new Reviews(2, 1, 2, 1, HOUR, Duration.ofMinutes(80))),
                            new Approver("ben", new Reviews(1, 0, 1, 1, HOUR, HOUR)));
        }

        @Test
        void rejection_of_an_export_that_failed_is_no_second_review() {
            history(
                    step("anna", "Accepted", MONDAY_MORNING, 1, null),
                    step("ben", "Rejected", MONDAY_MORNING.plusSeconds(9), 1, "Xero refuses it."));

            assertThat(statistics.byApprover(MONDAY_MORNING))
                    .containsExactly(new Approver("anna", new Reviews(1, 0, 1, 1, HOUR, HOUR)));
        }

        @Test
        void reasons_that_differ_in_case_or_blanks_count_together_and_the_most_frequent_come_first() {
            history(step("anna", "Rejected", MONDAY_MORNING, 1, "Client unknown."));
            history(step("anna", "Rejected", MONDAY_MORNING, 1, "Estimate is missing."));
            history(step("ben", "Rejected", MONDAY_MORNING, 1, "estimate is missing. "));
            history(step("ben", "Rejected", MONDAY_MORNING, 1, "Too dear."));
            history(step("ben", "Rejected", MONDAY_MORNING.minusSeconds(1), 1, "Too dear."));

            List<Reason> reasons = statistics.reasons(MONDAY_MORNING, 2);

            assertThat(reasons).extracting(Reason::rejections).containsExactly(2L, 1L);
            assertThat(reasons.get(0).comment()).isEqualToIgnoringCase("Estimate is missing.");
            assertThat(reasons.get(1)).isEqualTo(new Reason("Client unknown.", 1));
        }

        private void history(HistoryEntry... entries) {
            ProjectExport export = ready(project("P-" + added++, "Tower").build(), "paula", entries[0].at());
            exports.add(export, submitted(entries[0].at().minus(HOUR), 1));
            for (HistoryEntry entry : entries) {
                exports.update(export, entry);
            }
        }

        private static HistoryEntry submitted(Instant at, int round) {
            return step("paula", round == 1 ? "Submitted" : "Resubmitted", at, round, null);
        }

        private static HistoryEntry step(String who, String what, Instant at, int round, String comment) {
            return new HistoryEntry(at, who, what, round, comment, null, null);
        }
    }
}
