package io.projectexport.web.figures;

import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Reason;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.web.page.PageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Model of the page: figures in words.
 *
 * @param since the first day that they cover
 * @param rejectionRate null when nothing was decided
 * @param firstPassYield null when no first round was decided
 * @param weeks the current one first
 */
record FiguresPage(
        String since,
        String rejectionRate,
        String firstPassYield,
        List<Row> weeks,
        List<Row> approvers,
        List<Reason> reasons) {

    /** What was decided in a week or by somebody; waiting times are blank where nothing was. */
    record Row(String name, long accepted, long rejected, String median, String mean) {

        static Row of(String name, Reviews reviews) {
            return new Row(
                    name, reviews.accepted(), reviews.rejected(), words(reviews.median()), words(reviews.mean()));
        }
    }

    static FiguresPage of(ReviewFigures figures, Map<String, String> names, PageFormat format) {
        List<Row> weeks = new ArrayList<>(figures.weeks().stream()
                .map(week -> Row.of(format.date(week.monday()), week.reviews()))
                .toList());
        String since = weeks.get(0).name();
        Collections.reverse(weeks);
        return new FiguresPage(
                since,
                percent(figures.rejectionRate()),
                percent(figures.firstPassYield()),
                weeks,
                figures.approvers().stream()
                        .map(one -> Row.of(names.getOrDefault(one.userId(), one.userId()), one.reviews()))
                        .toList(),
                figures.reasons());
    }

    private static String percent(Double part) {
        return part == null ? null : Math.round(part * 100) + " %";
    }

    /** In the two largest units, which is as exact as people plan. */
    private static String words(Duration duration) {
        if (duration == null) {
            return "";
        }
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min";
    }
}
