package io.projectexport.process.task;

import io.projectexport.process.engine.SentVariables;
import io.projectexport.process.expression.ComputedValues;
import io.projectexport.process.model.DecisionTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at tasks that are handed back or on, which decides nothing but can carry variables like a decision. */
@Component
class TaskDelegationListener {

    private final SentVariables sentVariables;
    private final ComputedValues values;

    TaskDelegationListener(SentVariables sentVariables, ComputedValues values) {
        this.sentVariables = sentVariables;
        this.values = values;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_UPDATE + "'")
    void on(DelegateTask task) {
        if (SentVariables.isHandedOver(task) && DecisionTask.of(task).isPresent()) {
            values.of(task.getProcessInstanceId()).ifPresent(shown -> sentVariables.refuseChanges(shown, task));
        }
    }
}
