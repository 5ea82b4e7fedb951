package io.projectexport.process.task;

import io.projectexport.process.engine.SentVariables;
import io.projectexport.process.model.DecisionTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at tasks that are handed back or on, which decides nothing but can carry variables like a decision. */
@Component
class TaskDelegationListener {

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_UPDATE + "'")
    void on(DelegateTask task) {
        if (SentVariables.isHandedOver(task)
                && DecisionTask.of(task.getTaskDefinitionKey()).isPresent()) {
            SentVariables.refuseChanges(task);
        }
    }
}
