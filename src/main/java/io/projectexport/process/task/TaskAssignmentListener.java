package io.projectexport.process.task;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ExportIds;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Task listener that keeps tasks from being claimed by or assigned to anybody who may not decide them. */
@Component
class TaskAssignmentListener {

    private final ActionRules rules;
    private final ProjectExports exports;
    private final People people;

    TaskAssignmentListener(ActionRules rules, ProjectExports exports, @Lazy People people) {
        this.rules = rules;
        this.exports = exports;
        this.people = people;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void on(DelegateTask task) {
        if (task.getAssignee() != null) {
            // a task that an admin added to a model follows the engine's own rules
            DecisionTask.of(task).ifPresent(decision -> check(decision.mainAction(), task));
        }
    }

    private void check(Action action, DelegateTask task) {
        ProjectExport export = exports.find(ExportIds.of(task)).orElseThrow(ActionRefused::notFound);
        rules.checkPerson(action, export, people.person(task.getAssignee()));
    }
}
