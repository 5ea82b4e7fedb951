package io.projectexport.export.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.query.ReviewFigures.Week;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewFiguresTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void rates_are_of_all_weeks_together() {
        ReviewFigures figures = figures(new Reviews(6, 2, 5, 4, HOUR, HOUR), new Reviews(1, 1, 0, 0, HOUR, HOUR));

        assertThat(figures.accepted()).isEqualTo(7);
        assertThat(figures.rejected()).isEqualTo(3);
        assertThat(figures.rejectionRate()).isEqualTo(0.3);
        assertThat(figures.firstPassYield()).isEqualTo(0.8);
    }

    @Test
    void without_decisions_there_are_no_rates() {
        ReviewFigures figures = figures(new Reviews(0, 0, 0, 0, null, null));

        assertThat(figures.rejectionRate()).isNull();
        assertThat(figures.firstPassYield()).isNull();
    }

    private static ReviewFigures figures(Reviews... weeks) {
        return new ReviewFigures(
                Stream.of(weeks)
                        .map(reviews -> new Week(LocalDate.parse("2026-11-23"), reviews))
                        .toList(),
                List.of(),
                List.of());
    }
}
