package io.projectexport.export.decision;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.CommentRule;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Use case: an approver confirms decisions about many projects; from here on they are worked off, whatever happens to browser or node. */
@Service
public class ConfirmDecisions {

    private final Decisions decisions;
    private final FindProjects projects;
    private final Clock clock;

    public ConfirmDecisions(Decisions decisions, FindProjects projects, Clock clock) {
        this.decisions = decisions;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * Stores them in their order.
     *
     * @param confirmed by the ids of the project exports, as they were shown
     * @param token of the page on which they were confirmed
     * @return the batch; that of the first press where the button was pressed twice
     * @throws ActionRefused when the person decides about nothing, or a rejection has no reason
     */
    public Batch confirm(Map<UUID, ConfirmedDecision> confirmed, String token, Person owner) {
        if (!owner.may(Privilege.APPROVE)) {
            throw ActionRefused.forbidden("Only accounting approvers may decide about projects.");
        }
        FilterDecisions.checkNumber(confirmed.size());
        confirmed.values().stream()
                .filter(decision -> decision.action() == Action.REJECT)
                .forEach(rejection ->
                        CommentRule.check(rejection.comment(), "reason", "say why the project is rejected"));
        List<BatchRow<ConfirmedDecision>> rows = rows(confirmed, owner);
        if (rows.isEmpty()) {
            throw ActionRefused.notFound();
        }
        return decisions.addOnce(
                new Batch(UUID.randomUUID(), owner.userId(), token, clock.instant(), rows.size(), 0, 0), rows);
    }

    private List<BatchRow<ConfirmedDecision>> rows(Map<UUID, ConfirmedDecision> confirmed, Person owner) {
        Map<UUID, ProjectExport> known = projects.withIds(List.copyOf(confirmed.keySet()), owner).stream()
                .collect(Collectors.toMap(ProjectExport::id, Function.identity()));
        List<BatchRow<ConfirmedDecision>> rows = new ArrayList<>();
        confirmed.forEach((id, decision) -> {
            if (known.containsKey(id)) {
                rows.add(BatchRow.waiting(
                        rows.size() + 1, known.get(id).project().title(), decision, id));
            }
        });
        return rows;
    }
}
