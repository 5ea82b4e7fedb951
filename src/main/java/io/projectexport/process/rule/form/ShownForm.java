package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.variable.AnsweredTasks;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What a form is for.
 *
 * @param tasks the decisions that it asks for
 * @param isStart whether a submission begins with it
 */
record ShownForm(Set<DecisionTask> tasks, boolean isStart) {

    private static final String SUBMIT = "submit-project";

    static ShownForm of(JsonNode form, SentModels sent) {
        String key = form.path("id").asText();
        Stream<DecisionTask> byKey =
                Arrays.stream(DecisionTask.values()).filter(task -> task.form().equals(key));
        Stream<DecisionTask> byTask =
                shownBy(UserTask.class, key, sent).flatMap(task -> AnsweredTasks.of(task).stream());
        boolean isStart = key.equals(SUBMIT)
                || shownBy(StartEvent.class, key, sent).findAny().isPresent();
        return new ShownForm(Stream.concat(byKey, byTask).collect(Collectors.toSet()), isStart);
    }

    private static <T extends FlowNode> Stream<T> shownBy(Class<T> type, String key, SentModels sent) {
        return sent.models().stream()
                .filter(model -> model.has(ProjectExportProcess.KEY))
                .flatMap(model -> model.all(type))
                .filter(node -> key.equals(SentModel.attribute(node, "formRef")));
    }

    /** Whether the fields of a project are entered in it. */
    boolean isSubmission() {
        return isStart || tasks.contains(DecisionTask.CORRECT);
    }

    /** Whether an approver chooses the job and the client in Xero in it. */
    boolean isApproval() {
        return tasks.contains(DecisionTask.REVIEW) || tasks.contains(DecisionTask.RESOLVE);
    }
}
