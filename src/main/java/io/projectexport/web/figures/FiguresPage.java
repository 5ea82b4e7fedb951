package io.projectexport.web.figures;

import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Reason;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.version.ModelVersions.Usage;
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
 * @param models the latest one first; empty for those who do not watch the process
 */
record FiguresPage(
        String since,
        String rejectionRate,
        String firstPassYield,
        List<Row> weeks,
        List<Row> approvers,
        List<Reason> reasons,
        List<Model> models) {

    /** What was decided in a week or by somebody; waiting times are blank where nothing was. */
    record Row(String name, long accepted, long rejected, String median, String mean) {

        static Row of(String name, Reviews reviews) {
            return new Row(
                    name, reviews.accepted(), reviews.rejected(), words(reviews.median()), words(reviews.mean()));
        }
    }

    /** On which version of the model how many projects run; the tag is blank where the model has none. */
    record Model(String definitionId, int number, String tag, String deployed, long runningProjects) {

        static Model of(Usage usage, PageFormat format) {
            return new Model(
                    usage.version().definitionId(),
                    usage.version().number(),
                    usage.version().tag(),
                    format.time(usage.version().deployedAt()),
                    usage.runningProjects());
        }
    }

    static FiguresPage of(ReviewFigures figures, Map<String, String> names, List<Usage> models, PageFormat format) {
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
                figures.reasons(),
                models.stream().map(usage -> Model.of(usage, format)).toList());
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
