package io.projectexport.web.page;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.decision.DecisionCount;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far many decisions have come.
 *
 * @param total those that went through
 * @param moving those of them that are on their way to Xero
 * @param parts as they add up to the total
 */
public record Progress(long total, long moving, List<Part> parts) {

    /** Those that have come equally far. */
    public record Part(ExportStatus status, long number) {

        /** For example 48 Synced. */
        public String text() {
            return "%,d %s".formatted(number, status.label());
        }
    }

    /** Of projects in these statuses. */
    public static Progress of(Stream<ExportStatus> statuses) {
        return of(statuses.collect(Collectors.groupingBy(
                Function.identity(), () -> new EnumMap<>(ExportStatus.class), Collectors.counting())));
    }

    /** Of a batch; what waits or was refused is not among it. */
    public static Progress ofBatch(List<DecisionCount> counts) {
        return of(counts.stream()
                .filter(count -> count.state() == BatchRow.State.DONE)
                .collect(Collectors.groupingBy(
                        DecisionCount::status,
                        () -> new EnumMap<>(ExportStatus.class),
                        Collectors.summingLong(DecisionCount::number))));
    }

    private static Progress of(Map<ExportStatus, Long> counts) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Part> parts = counts.entrySet().stream()
                .map(count -> new Part(count.getKey(), count.getValue()))
                .toList();
        return new Progress(total, counts.getOrDefault(ExportStatus.EXPORTING, 0L), parts);
    }

    /** Those that are not on their way to Xero any more. */
    public long arrived() {
        return total - moving;
    }

    /** What becomes of a batch's projects, where it is the same for all of them. */
    public static String participle(List<DecisionCount> counts) {
        Set<Action> actions = counts.stream().map(DecisionCount::action).collect(Collectors.toSet());
        return actions.size() == 1 ? actions.iterator().next().participle() : "decided";
    }
}
