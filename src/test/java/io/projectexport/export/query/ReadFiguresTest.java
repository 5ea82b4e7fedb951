package io.projectexport.export.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.ActionRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadFiguresTest {

    private final BusinessFixture fixture = new BusinessFixture();
    private final StepsAskedFor steps = new StepsAskedFor();
    private final ReviewsAskedFor reviews = new ReviewsAskedFor();
    private final ReadFigures readFigures = new ReadFigures(fixture.exports, steps, reviews, fixture.clock);

    @Test
    void figures_cover_thirty_days_of_the_people_today_included() {
        readFigures.run(fixture.anna);

        // 1 a.m. in London is the afternoon of the same day in Auckland
        assertThat(steps.days)
                .hasSize(30)
                .startsWith(LocalDate.parse("2026-10-25"))
                .endsWith(LocalDate.parse("2026-11-23"));
        assertThat(steps.since).isEqualTo(Instant.parse("2026-10-24T11:00:00Z"));
    }

    @Test
    void reviews_cover_thirteen_weeks_of_the_people_the_current_one_included() {
        readFigures.reviews(fixture.anna);

        assertThat(reviews.mondays)
                .hasSize(13)
                .startsWith(LocalDate.parse("2026-08-31"))
                .endsWith(LocalDate.parse("2026-11-23"));
        assertThat(reviews.since).isEqualTo(Instant.parse("2026-08-30T12:00:00Z"));
    }

    @Test
    void whoever_sees_only_own_projects_sees_no_figures() {
        assertThatThrownBy(() -> readFigures.run(fixture.sam))
                .isInstanceOf(ActionRefused.class)
                .hasMessage("You have no permission to see figures; ask an administrator to add you to a group.");
        assertThatThrownBy(() -> readFigures.reviews(fixture.sam)).isInstanceOf(ActionRefused.class);
        assertThat(reviews.mondays).isNull();
    }

    private static final class StepsAskedFor implements StepStatistics {

        private List<LocalDate> days;
        private Instant since;

        @Override
        public List<Figures.Day> on(List<LocalDate> asked, ZoneId zone) {
            days = asked;
            return List.of();
        }

        @Override
        public Figures.TimeToSynced timeToSynced(Instant asked) {
            since = asked;
            return new Figures.TimeToSynced(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }

        @Override
        public Map<UUID, Instant> inStatusSince(Collection<UUID> exportIds) {
            return Map.of();
        }
    }

    private static final class ReviewsAskedFor implements ReviewStatistics {

        private List<LocalDate> mondays;
        private Instant since;

        @Override
        public List<ReviewFigures.Week> inWeeks(List<LocalDate> asked, ZoneId zone) {
            mondays = asked;
            return List.of();
        }

        @Override
        public List<ReviewFigures.Approver> byApprover(Instant asked) {
            since = asked;
            return List.of();
        }

        @Override
        public List<ReviewFigures.Reason> reasons(Instant asked, int limit) {
            return List.of();
        }
    }
}
