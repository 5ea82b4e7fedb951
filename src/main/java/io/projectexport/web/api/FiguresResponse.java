package io.projectexport.web.api;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.Figures;
import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.version.ModelVersions.Usage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Response body with figures: how project exports are doing.
 *
 * @param counts how many there are in each status, by its label, in the order of the filters
 * @param days the last 30, today included, the oldest first
 * @param medianSeconds from submission to Synced; null when nothing was synced on these days, like {@code percentile95Seconds}
 * @param undeliveredMails how many mails about projects were given up within the last two weeks
 * @param reviews how approvers decided in the last 13 weeks, the current one included
 * @param modelVersions on which projects run, and the latest one, which comes first; empty for those who do not watch the process
 * @param timeZone in which days begin and times are, by its name
 */
record FiguresResponse(
        List<Count> counts,
        List<Figures.Day> days,
        Double medianSeconds,
        Double percentile95Seconds,
        List<Waiting> waitingLongest,
        long undeliveredMails,
        Reviews reviews,
        List<ModelVersion> modelVersions,
        ZoneId timeZone) {

    record Count(ExportStatus status, String label, long projects) {}

    record Waiting(UUID exportId, String projectNumber, String projectName, OffsetDateTime since) {

        static Waiting of(ProjectExport export, DisplayFormat format) {
            return new Waiting(
                    export.id(),
                    export.project().number(),
                    export.project().name(),
                    format.at(export.submission().submittedAt()));
        }
    }

    /**
     * How approvers decided.
     *
     * @param rejectionRate part of the decisions that were rejections, from 0 to 1; null when nothing was decided
     * @param firstPassYield part of the first rounds that were accepted, from 0 to 1; null when no first round was decided
     * @param weeks the oldest first
     * @param approvers the most decisions first
     * @param reasons of rejections, the most frequent first; a few
     */
    record Reviews(
            Double rejectionRate,
            Double firstPassYield,
            List<Week> weeks,
            List<Approver> approvers,
            List<ReviewFigures.Reason> reasons) {

        static Reviews of(ReviewFigures figures, Map<String, String> names) {
            return new Reviews(
                    figures.rejectionRate(),
                    figures.firstPassYield(),
                    figures.weeks().stream()
                            .map(week -> new Week(week.monday(), Decisions.of(week.reviews())))
                            .toList(),
                    figures.approvers().stream()
                            .map(one ->
                                    new Approver(one.userId(), names.get(one.userId()), Decisions.of(one.reviews())))
                            .toList(),
                    figures.reasons());
        }
    }

    record Week(LocalDate monday, Decisions decisions) {}

    record Approver(String userId, String name, Decisions decisions) {}

    /**
     * Decisions, and how long they were waited for.
     *
     * @param medianSeconds from the submission to the decision; null when nothing was decided, like {@code meanSeconds}
     */
    record Decisions(
            long accepted,
            long rejected,
            long decidedAtFirst,
            long acceptedAtFirst,
            Double medianSeconds,
            Double meanSeconds) {

        static Decisions of(ReviewFigures.Reviews reviews) {
            return new Decisions(
                    reviews.accepted(),
                    reviews.rejected(),
                    reviews.decidedAtFirst(),
                    reviews.acceptedAtFirst(),
                    seconds(reviews.median()),
                    seconds(reviews.mean()));
        }
    }

    /**
     * How many projects run on a version of the model.
     *
     * @param processDefinitionId by which the engine's API knows it
     * @param versionTag that the model's author gave it; null for none
     */
    record ModelVersion(
            String processDefinitionId,
            int version,
            String versionTag,
            OffsetDateTime deployedAt,
            long runningProjects) {

        static ModelVersion of(Usage usage, DisplayFormat format) {
            return new ModelVersion(
                    usage.version().definitionId(),
                    usage.version().number(),
                    usage.version().tag(),
                    format.at(usage.version().deployedAt()),
                    usage.runningProjects());
        }
    }

    static FiguresResponse of(
            Figures figures, Reviews reviews, long undeliveredMails, List<Usage> versions, DisplayFormat format) {
        return new FiguresResponse(
                List.of(ExportStatus.values()).stream()
                        .map(status -> count(status, figures.counts()))
                        .toList(),
                figures.days(),
                seconds(figures.toSynced().median()),
                seconds(figures.toSynced().percentile95()),
                figures.waitingLongest().stream()
                        .map(export -> Waiting.of(export, format))
                        .toList(),
                undeliveredMails,
                reviews,
                versions.stream().map(usage -> ModelVersion.of(usage, format)).toList(),
                format.zone());
    }

    private static Count count(ExportStatus status, Map<ExportStatus, Long> counts) {
        return new Count(status, status.label(), counts.getOrDefault(status, 0L));
    }

    private static Double seconds(Duration duration) {
        return duration == null ? null : duration.toMillis() / 1000.0;
    }
}
