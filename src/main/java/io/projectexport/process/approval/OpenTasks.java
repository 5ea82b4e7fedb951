package io.projectexport.process.approval;

import io.projectexport.export.approval.OpenTask;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.waiting.ProcessPositions;
import io.projectexport.export.waiting.WaitingWords;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.task.TasklistFilters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The user tasks that wait for the person who is logged in. */
@Component
class OpenTasks {

    private final TaskService taskService;
    private final TasklistFilters filters;
    private final ProjectExports exports;
    private final ActionRules rules;
    private final ProcessPositions positions;
    private final ActingPerson actingPerson;
    private final EngineCall call;
    private final EngineCommands commands;

    OpenTasks(
            TaskService taskService,
            TasklistFilters filters,
            ProjectExports exports,
            ActionRules rules,
            ProcessPositions positions,
            ActingPerson actingPerson,
            EngineCall call,
            EngineCommands commands) {
        this.taskService = taskService;
        this.filters = filters;
        this.exports = exports;
        this.rules = rules;
        this.positions = positions;
        this.actingPerson = actingPerson;
        this.call = call;
        this.commands = commands;
    }

    /**
     * Completes the task in which this action is done, by the rules alone: the engine's permissions would say the same again.
     *
     * @param variables besides the choice of the action
     * @throws ActionRefused saying why there is none, or not for this person
     */
    void complete(UUID exportId, Action action, Map<String, Object> variables) {
        call.run(exportId, () -> {
            if (!actingPerson.isItself()) {
                check(exportId, action);
            }
            return commands.byOurRules(() -> {
                Task task = find(exportId, action).orElseThrow(() -> refusal(exportId, action));
                taskService.complete(task.getId(), withChoice(action, task, variables));
                return null;
            });
        });
    }

    private void check(UUID exportId, Action action) {
        ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
        rules.refusal(action, export, actingPerson.person()).ifPresent(refused -> {
            throw elsewhere(export, refused);
        });
    }

    /** With the step where it waits, which its status does not tell. */
    private ActionRefused elsewhere(ProjectExport export, ActionRefused refused) {
        return refused.reason() == ActionRefused.Reason.CONFLICT
                ? WaitingWords.elsewhere(refused, export, positions.of(export.id()))
                : refused;
    }

    private Optional<Task> find(UUID exportId, Action action) {
        return tasks(exportId)
                .filter(task ->
                        DecisionTask.of(task).flatMap(kind -> kind.word(action)).isPresent())
                // beside a review it is the turn of whoever is asked for a further approval
                .min(Comparator.comparing(task -> !DecisionTask.of(task).equals(Optional.of(DecisionTask.APPROVE))));
    }

    /** Each with its form, by which a copy in an edited model is known. */
    private Stream<Task> tasks(UUID exportId) {
        return taskService
                .createTaskQuery()
                .processInstanceId(exportId.toString())
                .initializeFormKeys()
                .list()
                .stream();
    }

    private static Map<String, Object> withChoice(Action action, Task task, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        DecisionTask.of(task)
                .ifPresent(decision ->
                        all.put(decision.answer().name(), decision.word(action).orElseThrow()));
        return all;
    }

    /** Why this action cannot be done although its task or message is not there: where the project waits instead, and for whom. */
    ActionRefused refusal(UUID exportId, Action action) {
        ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
        return rules.refusal(action, export, actingPerson.person())
                .orElseGet(() -> WaitingWords.refusal(action, export, positions.of(exportId)));
    }

    /** The task that waits for somebody, whoever that is. */
    Optional<OpenTask> waiting(UUID exportId) {
        return tasks(exportId)
                .findFirst()
                .map(task -> new OpenTask(
                        task.getId(),
                        DecisionTask.of(task).flatMap(filters::listing).orElse(null)));
    }
}
