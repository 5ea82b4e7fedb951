package io.projectexport.process.approval;

import io.projectexport.export.approval.OpenTask;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.task.TasklistFilters;
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
    private final ActingPerson actingPerson;
    private final EngineCall call;
    private final EngineCommands commands;

    OpenTasks(
            TaskService taskService,
            TasklistFilters filters,
            ProjectExports exports,
            ActionRules rules,
            ActingPerson actingPerson,
            EngineCall call,
            EngineCommands commands) {
        this.taskService = taskService;
        this.filters = filters;
        this.exports = exports;
        this.rules = rules;
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
                ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
                rules.check(action, export, actingPerson.person());
            }
            return commands.byOurRules(() -> {
                Task task = find(exportId, action).orElseThrow(() -> refusal(exportId, action));
                taskService.complete(task.getId(), withChoice(action, task, variables));
                return null;
            });
        });
    }

    private Optional<Task> find(UUID exportId, Action action) {
        return tasks(exportId)
                .filter(task ->
                        DecisionTask.of(task).flatMap(kind -> kind.word(action)).isPresent())
                .findFirst();
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

    /** Why this action cannot be done although its task or message is not there. */
    ActionRefused refusal(UUID exportId, Action action) {
        return exports.find(exportId)
                .map(export ->
                        rules.refusal(action, export, actingPerson.person()).orElseGet(OpenTasks::changing))
                .orElseGet(ActionRefused::notFound);
    }

    private static ActionRefused changing() {
        return ActionRefused.conflict("Somebody else is changing this project at this moment; look at it again.");
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
