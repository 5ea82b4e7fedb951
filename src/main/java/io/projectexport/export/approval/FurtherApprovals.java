package io.projectexport.export.approval;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.FurtherApproval;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: somebody besides the accounting approvers has to approve, where an administrator drew it so; what is accepted waits in Ready to
 * Export until the last one has.
 */
@Service
@Transactional
public class FurtherApprovals {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final People people;
    private final Clock clock;

    public FurtherApprovals(ProjectExports exports, ActionRules rules, People people, Clock clock) {
        this.people = people;
        this.exports = exports;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Lets the project wait.
     *
     * @param step name of the task, as people read it
     * @param groups ids of those whose members can approve
     */
    public void await(UUID exportId, String step, Set<String> groups) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        FurtherApproval next = export.further().at(step, groups, people.groupNames(groups));
        exports.update(export.waitingAt(next));
    }

    /** Ends the wait without an approval, as when an administrator moves the project to another step. */
    public void close(UUID exportId) {
        exports.lock(exportId)
                .filter(export -> export.further().isOpen())
                .map(ProjectExport::atReview)
                .ifPresent(exports::update);
    }

    /**
     * Approves where the project waits.
     *
     * @throws ActionRefused when it waits for somebody else, or somebody was first
     */
    public ProjectExport approve(UUID exportId, Person person) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.ACCEPT, export, person);
        ProjectExport approved = export.approvedBy(person.userId());
        String step = export.further().step();
        exports.update(
                approved,
                HistoryEntry.byPerson(approved, clock.instant(), person.userId(), HistoryStep.APPROVED, step));
        return approved;
    }
}
