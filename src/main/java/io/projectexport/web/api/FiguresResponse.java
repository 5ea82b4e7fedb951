package io.projectexport.web.api;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.Figures;
import io.projectexport.export.text.DisplayFormat;
import java.time.Duration;
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
 * @param timeZone in which days begin and times are, by its name
 */
record FiguresResponse(
        List<Count> counts,
        List<Figures.Day> days,
        Double medianSeconds,
        Double percentile95Seconds,
        List<Waiting> waitingLongest,
        long undeliveredMails,
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

    static FiguresResponse of(Figures figures, long undeliveredMails, DisplayFormat format) {
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
                format.zone());
    }

    private static Count count(ExportStatus status, Map<ExportStatus, Long> counts) {
        return new Count(status, status.label(), counts.getOrDefault(status, 0L));
    }

    private static Double seconds(Duration duration) {
        return duration == null ? null : duration.toMillis() / 1000.0;
    }
}
