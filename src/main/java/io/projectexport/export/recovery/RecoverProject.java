package io.projectexport.export.recovery;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.exactlyonce.ExportAttempts;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.waiting.ProcessPosition;
import io.projectexport.export.waiting.ProcessPositions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: an administrator puts a project whose process has ended back to the step that fits its status, or gives it up. */
@Service
@Transactional
public class RecoverProject {

    private static final String WHY = "because its process had ended";

    private static final ExportError NOT_SENT = new ExportError(
            "The process ended before anything was sent to Xero.", "Look at the project, then retry, or reject it.");

    private final ProjectExports exports;
    private final ProcessPositions positions;
    private final ProcessRestart process;
    private final ExportAttempts attempts;
    private final ActionRules rules;
    private final Clock clock;

    RecoverProject(
            ProjectExports exports,
            ProcessPositions positions,
            ProcessRestart process,
            ExportAttempts attempts,
            ActionRules rules,
            Clock clock) {
        this.exports = exports;
        this.positions = positions;
        this.process = process;
        this.attempts = attempts;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Puts it back. What the same person has just put back stays there, as when a button is pressed twice.
     *
     * @throws ActionRefused when the person is no administrator, or the project's process has not ended
     */
    public void putBack(UUID exportId, Person administrator) {
        ProjectExport export = locked(exportId, administrator);
        if (isToBeDone(export, HistoryStep.PUT_BACK, administrator)) {
            boolean isUnsent = export.status() == ExportStatus.EXPORTING && !isSent(export);
            ProjectExport prepared = isUnsent ? failed(export) : export.atReview();
            String step = process.begin(prepared, step(prepared.status()));
            write(prepared, HistoryStep.PUT_BACK, "To “%s”, %s.".formatted(step, WHY), administrator);
        }
    }

    /**
     * Gives it up for good; its number is free again. What the same person has just given up stays so.
     *
     * @throws ActionRefused when the person is no administrator, the project's process has not ended, or Xero may have a job for it
     */
    public void withdraw(UUID exportId, Person administrator) {
        ProjectExport export = locked(exportId, administrator);
        if (isToBeDone(export, HistoryStep.WITHDRAWN, administrator)) {
            if (export.status() == ExportStatus.EXPORTING && isSent(export)) {
                throw ActionRefused.conflict(
                        "Nothing was changed: Xero may have a job for this project already. Put it back first, so that"
                                + " the export finds out.");
            }
            write(export.withdrawn(), HistoryStep.WITHDRAWN, "By an administrator, %s.".formatted(WHY), administrator);
        }
    }

    private ProjectExport locked(UUID exportId, Person administrator) {
        rules.checkMayRecover(administrator);
        return exports.lock(exportId).orElseThrow(ActionRefused::notFound);
    }

    private boolean isToBeDone(ProjectExport export, HistoryStep step, Person person) {
        ProcessPosition position = positions.of(export.id());
        boolean isStranded = !export.status().isFinal() && !position.isRunning();
        if (!isStranded && !isLast(export, step, person)) {
            throw refusal(export, position);
        }
        return isStranded;
    }

    private boolean isLast(ProjectExport export, HistoryStep step, Person person) {
        return exports.history(export.id()).stream()
                .filter(done -> !done.isBySystem())
                .reduce((earlier, later) -> later)
                .filter(last -> last.is(step) && last.who().equals(person.userId()))
                .isPresent();
    }

    private static ActionRefused refusal(ProjectExport export, ProcessPosition position) {
        String project = export.project().number();
        if (export.status().isFinal()) {
            return ActionRefused.conflict("Nothing was changed: %s is %s, so there is nothing to put back."
                    .formatted(project, export.status().label()));
        }
        return position.waitsAt()
                .map(place -> ActionRefused.waiting(
                        "Nothing was changed: the process of %s goes on, at %s.".formatted(project, place.inWords()),
                        place))
                .orElseGet(() ->
                        ActionRefused.conflict("Nothing was changed: the process of %s goes on.".formatted(project)));
    }

    /** Whether Xero has or may have a job that the project is not linked to yet. */
    private boolean isSent(ProjectExport export) {
        return attempts.last(export.id()).filter(ExportAttempt::mayHaveJob).isPresent();
    }

    private ProjectExport failed(ProjectExport export) {
        ProjectExport failed = export.failed(ExportFailure.refused(List.of(NOT_SENT)));
        exports.update(
                failed,
                HistoryEntry.bySystem(failed, clock.instant(), HistoryStep.FAILED_TO_EXPORT, NOT_SENT.message(), null));
        return failed;
    }

    private static RecoveryStep step(ExportStatus status) {
        return switch (status) {
            case READY_TO_EXPORT -> RecoveryStep.REVIEW;
            case EXPORTING -> RecoveryStep.EXPORT;
            case FAILED_TO_EXPORT -> RecoveryStep.RESOLVE;
            case REJECTED, RETRIEVED -> RecoveryStep.CORRECT;
            case SYNCED, WITHDRAWN -> throw new IllegalArgumentException(status + " is over");
        };
    }

    private void write(ProjectExport export, HistoryStep step, String why, Person administrator) {
        exports.update(export, HistoryEntry.byPerson(export, clock.instant(), administrator.userId(), step, why));
    }
}
