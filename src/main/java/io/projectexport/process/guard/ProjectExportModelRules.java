package io.projectexport.process.guard;

import static io.projectexport.process.model.ProjectExportProcess.CREATE_XERO_JOB;
import static io.projectexport.process.model.ProjectExportProcess.PROJECT_RETRIEVED;
import static io.projectexport.process.model.ProjectExportProcess.REVIEW_PROJECT;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.process.model.DecisionTask;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Validation rules of a {@code project-export} model: what admins may not take out, however they draw the rest. */
final class ProjectExportModelRules {

    private ProjectExportModelRules() {}

    static Stream<String> problems(BpmnModelInstance model) {
        return Stream.of(missingTasks(model), hiddenFromCandidates(model), uncaughtErrors(model), notRetrievable(model))
                .flatMap(found -> found);
    }

    private static Stream<String> missingTasks(BpmnModelInstance model) {
        Stream<String> decisions = DecisionTask.required().stream().map(DecisionTask::key);
        return Stream.concat(decisions, Stream.of(CREATE_XERO_JOB))
                .filter(id -> model.getModelElementById(id) == null && !isShown(model, id))
                .map(id -> "The task with the id %s is missing.".formatted(id));
    }

    private static boolean isShown(BpmnModelInstance model, String key) {
        return model.getModelElementsByType(UserTask.class).stream()
                .anyMatch(task -> DecisionTask.of(key).stream()
                        .anyMatch(decision -> decision.form().equals(ModelAttributes.attribute(task, "formRef"))));
    }

    private static Stream<String> hiddenFromCandidates(BpmnModelInstance model) {
        return Arrays.stream(DecisionTask.values())
                .flatMap(decision -> decision.candidateGroup().stream()
                        .filter(group -> model.getModelElementById(decision.key()) instanceof UserTask task
                                && !ModelAttributes.lists(task, "candidateGroups", group))
                        .map(group -> "%s needs the candidate group %s."
                                .formatted(label(model.getModelElementById(decision.key())), group)));
    }

    private static String label(UserTask task) {
        return task.getName() == null ? task.getId() : "\"" + task.getName().strip() + "\"";
    }

    private static Stream<String> uncaughtErrors(BpmnModelInstance model) {
        Set<String> caught = definitions(model, CREATE_XERO_JOB)
                .map(definition -> definition instanceof ErrorEventDefinition error ? error.getError() : null)
                .filter(Objects::nonNull)
                .map(error -> error.getErrorCode())
                .collect(Collectors.toSet());
        return Arrays.stream(ExportFailure.Reason.values())
                .map(ExportFailure.Reason::code)
                .filter(code -> !caught.contains(code))
                .map(code -> "The error %s of %s is not caught.".formatted(code, CREATE_XERO_JOB));
    }

    private static Stream<String> notRetrievable(BpmnModelInstance model) {
        boolean retrievable = model.getModelElementsByType(BoundaryEvent.class).stream()
                .map(BoundaryEvent::getEventDefinitions)
                .flatMap(Collection::stream)
                .anyMatch(definition -> definition instanceof MessageEventDefinition message
                        && message.getMessage() != null
                        && PROJECT_RETRIEVED.equals(message.getMessage().getName()));
        return retrievable
                ? Stream.empty()
                : Stream.of("%s needs a boundary event with the message \"%s\"."
                        .formatted(REVIEW_PROJECT, PROJECT_RETRIEVED));
    }

    private static Stream<EventDefinition> definitions(BpmnModelInstance model, String attachedTo) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(attachedTo))
                .map(BoundaryEvent::getEventDefinitions)
                .flatMap(Collection::stream);
    }
}
