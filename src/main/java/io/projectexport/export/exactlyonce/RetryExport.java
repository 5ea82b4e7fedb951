package io.projectexport.export.exactlyonce;

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

/** Use case: an accounting approver sends a failed export to Xero again, or links it to a job that exists there. */
@Service
@Transactional
public class RetryExport {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final JobChooser chooser;
    private final Clock clock;

    public RetryExport(ProjectExports exports, ActionRules rules, JobChooser chooser, Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.chooser = chooser;
        this.clock = clock;
    }

    /**
     * Retries, with a choice where jobs of its name exist in Xero.
     *
     * @throws ActionRefused when the approver may not, somebody was first, or the choice is none of those there are
     */
    public ProjectExport retry(UUID exportId, Person approver, JobChoice choice) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.RETRY, export, approver);
        String chosen = chooser.carryOut(choice, export);
        ProjectExport retried = export.retried();
        exports.update(
                retried,
                HistoryEntry.byPerson(retried, clock.instant(), approver.userId(), HistoryStep.RETRIED, chosen));
        return retried;
    }
}
