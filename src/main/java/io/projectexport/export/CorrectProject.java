package io.projectexport.export;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What creator and submitter do with their project besides submitting it: take it back, or give it up. */
@Service
@Transactional
public class CorrectProject {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Clock clock;

    CorrectProject(ProjectExports exports, ActionRules rules, Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Takes the project back before a decision.
     *
     * @throws ActionRefused when the person may not, or an approver was first
     */
    public ProjectExport retrieve(UUID exportId, Person person) {
        ProjectExport retrieved = checked(Action.RETRIEVE, exportId, person).retrieved();
        exports.update(
                retrieved, HistoryEntry.byPerson(retrieved, clock.instant(), person, HistoryStep.RETRIEVED, null));
        return retrieved;
    }

    /**
     * Gives the project up for good; its number is free again.
     *
     * @throws ActionRefused when the person may not do it now
     */
    public ProjectExport withdraw(UUID exportId, Person person) {
        ProjectExport withdrawn = checked(Action.WITHDRAW, exportId, person).withdrawn();
        exports.update(
                withdrawn, HistoryEntry.byPerson(withdrawn, clock.instant(), person, HistoryStep.WITHDRAWN, null));
        return withdrawn;
    }

    /** Withdraws a project that nobody can decide about any more, because its process was deleted. */
    public void abandon(UUID exportId) {
        exports.lock(exportId)
                .filter(export -> export.status() != ExportStatus.SYNCED && export.status() != ExportStatus.WITHDRAWN)
                .map(ProjectExport::withdrawn)
                .ifPresent(withdrawn -> exports.update(
                        withdrawn,
                        HistoryEntry.bySystem(
                                withdrawn,
                                clock.instant(),
                                HistoryStep.WITHDRAWN,
                                "An administrator deleted its process.",
                                null)));
    }

    private ProjectExport checked(Action action, UUID exportId, Person person) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(action, export, person);
        return export;
    }
}
