package io.projectexport.export.decision;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: approvers see what became of decisions that they confirmed at once. */
@Service
@Transactional(readOnly = true)
public class FindDecisions {

    /** More would be no list that a person reads. */
    private static final int MOST_SHOWN = 200;

    private final Decisions decisions;

    public FindDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * How far they have come.
     *
     * @throws ActionRefused when there are none, or they are somebody else's
     */
    public Batch one(UUID batchId, Person person) {
        return decisions
                .find(batchId)
                .filter(batch -> batch.owner().equals(person.userId()))
                .orElseThrow(
                        () -> ActionRefused.notFound(
                                "There are no such decisions, or they are not yours. What became of them can be seen for two weeks."));
    }

    /** The person's last ones, as long as they are carried out. */
    public Optional<Batch> running(Person person) {
        return person.may(Privilege.APPROVE)
                ? decisions.ownedBy(person.userId(), 1).stream()
                        .filter(batch -> !batch.isDone())
                        .findFirst()
                : Optional.empty();
    }

    public List<DecisionCount> counts(Batch batch) {
        return decisions.counts(batch.id());
    }

    /** Those that were refused, as many as people read. */
    public List<BatchRow<ConfirmedDecision>> refused(Batch batch) {
        return batch.refused() == 0 ? List.of() : decisions.refused(batch.id(), MOST_SHOWN);
    }

    /** The projects that Xero did not take, as many as people read; asked for where the counts say that there are some. */
    public List<UUID> failedToExport(Batch batch, List<DecisionCount> counts) {
        return counts.stream().anyMatch(count -> count.status() == ExportStatus.FAILED_TO_EXPORT)
                ? decisions.failedToExport(batch.id(), MOST_SHOWN)
                : List.of();
    }
}
