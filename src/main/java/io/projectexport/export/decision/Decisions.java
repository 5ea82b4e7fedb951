package io.projectexport.export.decision;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.Batches;
import java.util.List;
import java.util.UUID;

/** Port to stored decisions: batches with a row for each project. */
public interface Decisions extends Batches<ConfirmedDecision> {

    /** How far they have come; one question, however many they are. */
    List<DecisionCount> counts(UUID batchId);

    /** Those that were refused, in their order. */
    List<BatchRow<ConfirmedDecision>> refused(UUID batchId, int limit);

    /** Ids of the projects that were accepted or retried, and that Xero did not take, in their order. */
    List<UUID> failedToExport(UUID batchId, int limit);
}
