package io.projectexport.export;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.BatchRow.State;
import io.projectexport.export.decision.ConfirmedDecision;
import io.projectexport.export.decision.DecisionCount;
import io.projectexport.export.decision.Decisions;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decisions in memory, for tests of the business and of pages; what went through is where the decision led to. */
public final class InMemoryDecisions extends InMemoryBatches<ConfirmedDecision> implements Decisions {

    @Override
    public List<DecisionCount> counts(UUID batchId) {
        return rows(batchId).stream()
                .collect(Collectors.groupingBy(
                        row -> Map.entry(row.work().action(), row.state()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> new DecisionCount(
                        count.getKey().getKey(),
                        count.getKey().getValue(),
                        status(count.getKey().getKey(), count.getKey().getValue()),
                        count.getValue()))
                .toList();
    }

    private static ExportStatus status(Action action, State state) {
        if (state == State.DONE) {
            return action == Action.REJECT ? ExportStatus.REJECTED : ExportStatus.EXPORTING;
        }
        return ExportStatus.READY_TO_EXPORT;
    }

    @Override
    public List<BatchRow<ConfirmedDecision>> refused(UUID batchId, int limit) {
        return rows(batchId).stream()
                .filter(row -> row.state() == State.REFUSED)
                .limit(limit)
                .toList();
    }

    @Override
    public List<UUID> failedToExport(UUID batchId, int limit) {
        return List.of();
    }
}
