package io.projectexport.process;

import static io.projectexport.process.ProjectExportProcess.COMMENT;
import static io.projectexport.process.ProjectExportProcess.CONTACT_NAME;
import static io.projectexport.process.ProjectExportProcess.CORRECTION;
import static io.projectexport.process.ProjectExportProcess.CORRECT_PROJECT;
import static io.projectexport.process.ProjectExportProcess.DECISION;
import static io.projectexport.process.ProjectExportProcess.JOB_CHOICE;
import static io.projectexport.process.ProjectExportProcess.RESOLUTION;
import static io.projectexport.process.ProjectExportProcess.RESOLVE_FAILED_EXPORT;
import static io.projectexport.process.ProjectExportProcess.REVIEW_PROJECT;

import io.projectexport.export.ActionRefused;
import io.projectexport.export.Person;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectExports;
import io.projectexport.export.RetryExport;
import io.projectexport.export.ReviewProject;
import io.projectexport.export.WithdrawProject;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries out what somebody decided by completing a task, whichever door the completion came through; a refusal undoes it. */
@Component
class TaskCompletion {

    private final ReviewProject reviewProject;
    private final RetryExport retryExport;
    private final WithdrawProject withdrawProject;
    private final ProjectExports exports;
    private final ShownCopies shownCopies;
    private final DisplayCopies display;
    private final LoggedIn loggedIn;

    TaskCompletion(
            ReviewProject reviewProject,
            RetryExport retryExport,
            WithdrawProject withdrawProject,
            ProjectExports exports,
            ShownCopies shownCopies,
            DisplayCopies display,
            LoggedIn loggedIn) {
        this.reviewProject = reviewProject;
        this.retryExport = retryExport;
        this.withdrawProject = withdrawProject;
        this.exports = exports;
        this.shownCopies = shownCopies;
        this.display = display;
        this.loggedIn = loggedIn;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void on(DelegateTask task) {
        checkStillThere(task);
        switch (task.getTaskDefinitionKey()) {
            case REVIEW_PROJECT -> review(task, ExportIds.of(task), loggedIn.person());
            case RESOLVE_FAILED_EXPORT -> resolve(task, ExportIds.of(task), loggedIn.person());
            case CORRECT_PROJECT -> correct(task, ExportIds.of(task), loggedIn.person());
            default -> {
                // a task that an admin added to a model decides nothing here
            }
        }
    }

    // when a parallel path ends at this moment, the engine moves the task within its instance
    private static void checkStillThere(DelegateTask task) {
        if (task.getExecution() == null) {
            throw new OptimisticLockingException("Task %s has just been moved".formatted(task.getId()));
        }
    }

    private void review(DelegateTask task, UUID exportId, Person person) {
        switch (answer(task, DECISION)) {
            case "accept" -> accept(task, exportId, person);
            case "reject" -> reviewProject.reject(exportId, person, COMMENT.in(task));
            default -> throw ActionRefused.invalid(DECISION.name(), "Decision is missing: choose Accept or Reject.");
        }
    }

    private void accept(DelegateTask task, UUID exportId, Person person) {
        reviewProject.accept(exportId, person, CONTACT_NAME.in(task));
        ProjectExport accepted = exports.find(exportId).orElseThrow(ActionRefused::notFound);
        shownCopies.checkBeforeApproval(accepted, task);
        display.showAcceptance(accepted, task);
    }

    private void resolve(DelegateTask task, UUID exportId, Person person) {
        switch (answer(task, RESOLUTION)) {
            case "retry" -> retryExport.retry(exportId, person, JobOptions.choice(JOB_CHOICE.in(task)));
            case "reject" -> reviewProject.reject(exportId, person, COMMENT.in(task));
            default -> throw ActionRefused.invalid(RESOLUTION.name(), "Decision is missing: choose Retry or Reject.");
        }
    }

    private void correct(DelegateTask task, UUID exportId, Person person) {
        switch (answer(task, CORRECTION)) {
            case "withdraw" -> withdrawProject.withdraw(exportId, person);
            case "resubmit" -> {
                // the model goes on to Register submission, which resubmits within the same transaction
            }
            default -> throw ActionRefused.invalid(CORRECTION.name(), "Choose Resubmit or Withdraw.");
        }
    }

    private static String answer(DelegateTask task, Variable<String> variable) {
        String answer = variable.in(task);
        return answer == null ? "" : answer;
    }
}
