package io.projectexport.process.task;

import static io.projectexport.process.model.ProjectExportProcess.COMMENT;
import static io.projectexport.process.model.ProjectExportProcess.JOB_CHOICE;

import io.projectexport.export.approval.FurtherApprovals;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.submission.WithdrawProject;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.engine.SentVariables;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ExportIds;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Task listener that carries out what somebody decided by completing a task, through whichever interface; a refusal rolls the completion
 * back.
 */
@Component
class TaskCompletionListener {

    private final ReviewProject reviewProject;
    private final FurtherApprovals furtherApprovals;
    private final RetryExport retryExport;
    private final WithdrawProject withdrawProject;
    private final ProjectExports exports;
    private final DisplayVariableCheck variableCheck;
    private final ProjectValues values;
    private final SentVariables sentVariables;
    private final DisplayVariables display;
    private final ActingPerson actingPerson;

    TaskCompletionListener(
            ReviewProject reviewProject,
            FurtherApprovals furtherApprovals,
            RetryExport retryExport,
            WithdrawProject withdrawProject,
            ProjectExports exports,
            DisplayVariableCheck variableCheck,
            ProjectValues values,
            SentVariables sentVariables,
            DisplayVariables display,
            ActingPerson actingPerson) {
        this.reviewProject = reviewProject;
        this.furtherApprovals = furtherApprovals;
        this.retryExport = retryExport;
        this.withdrawProject = withdrawProject;
        this.exports = exports;
        this.variableCheck = variableCheck;
        this.values = values;
        this.sentVariables = sentVariables;
        this.display = display;
        this.actingPerson = actingPerson;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void on(DelegateTask task) {
        checkStillThere(task);
        // a task that an admin added to a model decides nothing here
        DecisionTask.of(task).ifPresent(decision -> carryOut(task, decision));
    }

    private void carryOut(DelegateTask task, DecisionTask decision) {
        Action action = decision.chosen(task);
        if (!actingPerson.isItself()) {
            carryOut(task, ExportIds.of(task), actingPerson.person(), decision, action);
        } else if (action == Action.RETRY) {
            retryExport.retryReconnected(ExportIds.of(task));
        } else {
            throw new IllegalStateException("Only people decide.");
        }
    }

    // when a parallel path ends at this moment, the engine moves the task within its instance
    private static void checkStillThere(DelegateTask task) {
        if (task.getExecution() == null) {
            throw new OptimisticLockingException("Task %s has just been moved".formatted(task.getId()));
        }
    }

    private void carryOut(DelegateTask task, UUID exportId, Person person, DecisionTask decision, Action action) {
        switch (action) {
            case ACCEPT -> {
                if (decision == DecisionTask.APPROVE) {
                    approve(task, exportId, person);
                } else {
                    accept(task, exportId, person);
                }
            }
            case REJECT -> {
                ProjectExport shown = shown(exportId);
                reviewProject.reject(exportId, person, COMMENT.in(task));
                takeAway(shown, task);
            }
            case RETRY -> {
                ProjectExport shown = shown(exportId);
                JobChoice job = JobOptions.choice(JOB_CHOICE.in(task));
                retryExport.retry(exportId, person, job.with(ContactOptions.atRetry(task)));
                takeAway(shown, task);
            }
            case WITHDRAW -> withdrawProject.withdraw(exportId, person);
            case RESUBMIT -> {
                // the model goes on to Register submission, which resubmits within the same transaction
            }
            case RETRIEVE -> throw new IllegalStateException("No task retrieves a project.");
        }
    }

    private void accept(DelegateTask task, UUID exportId, Person person) {
        ProjectExport shown = shown(exportId);
        JobChoice job = JobOptions.choice(JOB_CHOICE.in(task));
        // a form that links hides what it says about the contact
        boolean isNotAsked = job.linkTo() != null && !ContactOptions.isAsked(task);
        reviewProject.accept(exportId, person, isNotAsked ? job : job.with(ContactOptions.atReview(task)));
        variableCheck.checkBeforeApproval(shown, task);
        takeAway(shown, task);
    }

    private void approve(DelegateTask task, UUID exportId, Person person) {
        ProjectExport shown = shown(exportId);
        furtherApprovals.approve(exportId, person);
        variableCheck.checkBeforeApproval(shown, task);
        takeAway(shown, task);
    }

    /** What the decision was made upon. */
    private ProjectExport shown(UUID exportId) {
        return exports.find(exportId).orElseThrow(ActionRefused::notFound);
    }

    /** What came with the decision is carried out by now, or a copy of what was shown. */
    private void takeAway(ProjectExport shown, DelegateTask task) {
        sentVariables.refuseChanges(values.of(shown), task);
        display.forgetCopies(task);
    }
}
