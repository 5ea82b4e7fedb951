package io.projectexport.export.submission;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: gives a project up for good; its number is free again. */
@Service
@Transactional
public class WithdrawProject {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Clock clock;

    public WithdrawProject(ProjectExports exports, ActionRules rules, Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Withdraws for the creator or the submitter.
     *
     * @throws ActionRefused when the person may not do it now
     */
    public ProjectExport withdraw(UUID exportId, Person person) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.WITHDRAW, export, person);
        ProjectExport withdrawn = export.withdrawn();
        exports.update(
                withdrawn,
                HistoryEntry.byPerson(withdrawn, clock.instant(), person.userId(), HistoryStep.WITHDRAWN, null));
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
}
