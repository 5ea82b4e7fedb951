package io.projectexport.process.version;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DecisionTask;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Migration plans between two versions: an element goes to the one of its id, and a decision about a project to one that shows its form. */
@Component
class MigrationPlans {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineCommands commands;

    MigrationPlans(RuntimeService runtime, RepositoryService repository, EngineCommands commands) {
        this.runtime = runtime;
        this.repository = repository;
        this.commands = commands;
    }

    /** @throws ActionRefused when the two have nothing in common that could go on */
    MigrationPlan of(String fromId, String toId) {
        return commands.byOurRules(() -> {
            try {
                MigrationPlan equal = runtime.createMigrationPlan(fromId, toId)
                        .mapEqualActivities()
                        .build();
                MigrationPlanBuilder plan = runtime.createMigrationPlan(fromId, toId);
                equal.getInstructions()
                        .forEach(instruction -> plan.mapActivities(
                                instruction.getSourceActivityId(), instruction.getTargetActivityId()));
                renamed(fromId, toId, equal.getInstructions()).forEach(plan::mapActivities);
                return plan.build();
            } catch (MigrationPlanValidationException refused) {
                throw ActionRefused.conflict(
                        "These two versions differ too much for projects to go on in the other one.");
            }
        });
    }

    private Map<String, String> renamed(String fromId, String toId, List<MigrationInstruction> equal) {
        Set<String> from =
                equal.stream().map(MigrationInstruction::getSourceActivityId).collect(Collectors.toSet());
        Set<String> taken = equal.stream()
                .map(MigrationInstruction::getTargetActivityId)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> targets = decisions(toId);
        Map<String, String> renamed = new HashMap<>();
        decisions(fromId).forEach((form, task) -> {
            String target = targets.get(form);
            if (!from.contains(task) && target != null && taken.add(target)) {
                renamed.put(task, target);
            }
        });
        return renamed;
    }

    /** Ids of the tasks by the forms that they show; the first where several show the same. */
    private Map<String, String> decisions(String definitionId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaFormRef() != null
                        && DecisionTask.ofForm(task.getCamundaFormRef()).isPresent())
                .collect(Collectors.toMap(UserTask::getCamundaFormRef, UserTask::getId, (first, next) -> first));
    }
}
