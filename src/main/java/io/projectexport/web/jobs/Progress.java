package io.projectexport.web.jobs;

import io.projectexport.export.project.ExportStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far many decisions have come.
 *
 * @param arrived those that are not on their way to Xero any more
 * @param sentence for example "50 decided: 48 Synced, 2 Exporting"
 */
record Progress(long arrived, String sentence) {

    static Progress of(List<JobsRow> rows) {
        Map<ExportStatus, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(
                        JobsRow::status, () -> new EnumMap<>(ExportStatus.class), Collectors.counting()));
        String parts = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
        long moving = counts.getOrDefault(ExportStatus.EXPORTING, 0L);
        return new Progress(rows.size() - moving, "%d decided: %s".formatted(rows.size(), parts));
    }
}
