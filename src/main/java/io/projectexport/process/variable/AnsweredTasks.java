package io.projectexport.process.variable;

import io.projectexport.process.guard.SentModel;
import io.projectexport.process.model.DecisionTask;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which of the tasks in which people decide about a project a user task is: by its id, or by its form, whatever its id. */
public final class AnsweredTasks {

    private AnsweredTasks() {}

    /** Empty for a task of an administrator's own, and for anything else. */
    public static Optional<DecisionTask> of(FlowNode node) {
        return node instanceof UserTask
                ? Arrays.stream(DecisionTask.values())
                        .filter(task -> task.key().equals(node.getId())
                                || task.form().equals(SentModel.attribute(node, "formRef")))
                        .findFirst()
                : Optional.empty();
    }
}
