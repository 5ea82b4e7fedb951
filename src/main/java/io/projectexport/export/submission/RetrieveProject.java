package io.projectexport.export.submission;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: takes a project back for its creator or submitter, before anybody decided about it. */
@Service
@Transactional
public class RetrieveProject {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Clock clock;

    public RetrieveProject(ProjectExports exports, ActionRules rules, Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Retrieves.
     *
     * @throws ActionRefused when the person may not, or an approver was first
     */
    public ProjectExport retrieve(UUID exportId, Person person) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.RETRIEVE, export, person);
        ProjectExport retrieved = export.retrieved();
        exports.update(
                retrieved,
                HistoryEntry.byPerson(retrieved, clock.instant(), person.userId(), HistoryStep.RETRIEVED, null));
        return retrieved;
    }
}
