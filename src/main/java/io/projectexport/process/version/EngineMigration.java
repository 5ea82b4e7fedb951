package io.projectexport.process.version;

import io.projectexport.export.migration.PlannedStep;
import io.projectexport.export.migration.ProjectMigration;
import io.projectexport.export.model.DeployedModels;
import io.projectexport.export.model.WaitingStep;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.engine.EngineCommands;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ProjectMigration}: the engine's migration of process instances. */
@Component
class EngineMigration implements ProjectMigration {

    private static final String RUNNING = """
            select project_export.id, project_number, project_name from act_ru_execution instance
            join project_export on cast(project_export.id as varchar(64)) = instance.id_
            where instance.proc_def_id_ = :id and instance.parent_id_ is null order by submitted_at, project_export.id
            """;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineCommands commands;
    private final MigrationPlans plans;
    private final DeployedModels models;
    private final ProjectExports exports;
    private final ActingPerson actingPerson;
    private final JdbcClient jdbc;
    private final Clock clock;

    EngineMigration(
            RuntimeService runtime,
            RepositoryService repository,
            EngineCommands commands,
            MigrationPlans plans,
            DeployedModels models,
            ProjectExports exports,
            ActingPerson actingPerson,
            JdbcClient jdbc,
            Clock clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.commands = commands;
        this.plans = plans;
        this.models = models;
        this.exports = exports;
        this.actingPerson = actingPerson;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<UUID, String> running(String definitionId) {
        Map<UUID, String> running = new LinkedHashMap<>();
        jdbc.sql(RUNNING).param("id", definitionId).query(row -> {
            running.put(
                    row.getObject("id", UUID.class),
                    "%s %s".formatted(row.getString("project_number"), row.getString("project_name")));
        });
        return running;
    }

    @Override
    public List<PlannedStep> plan(String fromId, String toId) {
        Map<String, String> targets = plans.of(fromId, toId).getInstructions().stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
        BpmnModelInstance to = commands.byOurRules(() -> repository.getBpmnModelInstance(toId));
        return models.waiting(fromId).stream()
                .map(step -> planned(step, targets.get(step.elementId()), to))
                .toList();
    }

    private static PlannedStep planned(WaitingStep step, String target, BpmnModelInstance to) {
        return new PlannedStep(step.label(), step.instances(), target == null ? null : label(to, target));
    }

    private static String label(BpmnModelInstance model, String elementId) {
        String name = model.getModelElementById(elementId) instanceof FlowElement element ? element.getName() : null;
        return name == null ? elementId : name;
    }

    @Override
    public void move(UUID exportId, String toId) {
        Person person = actingPerson.person();
        if (!person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators change the models.");
        }
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        commands.byOurRules(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(exportId.toString())
                    .singleResult();
            if (instance == null) {
                throw ActionRefused.conflict("It is not on its way any more.");
            }
            migrate(instance, toId);
            keep(export, instance.getProcessDefinitionId(), toId, person);
            return null;
        });
    }

    private void migrate(ProcessInstance instance, String toId) {
        MigrationPlan plan = plans.of(instance.getProcessDefinitionId(), toId);
        try {
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            BpmnModelInstance from = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
            String where = refused.getValidationReport().getActivityInstanceReports().stream()
                    .map(MigratingActivityInstanceValidationReport::getSourceScopeId)
                    .map(id -> "“%s”".formatted(label(from, id)))
                    .distinct()
                    .collect(Collectors.joining(" and "));
            throw ActionRefused.conflict(
                    where.isEmpty()
                            ? "It stayed where it was: the other version cannot take it over as it is."
                            : "It stayed where it was: it waits at %s, which the other version does not have."
                                    .formatted(where));
        }
    }

    private void keep(ProjectExport export, String fromId, String toId, Person person) {
        String way = "From version %d to version %d of the model".formatted(number(fromId), number(toId));
        exports.update(export, HistoryEntry.byPerson(export, clock.instant(), person.userId(), HistoryStep.MOVED, way));
    }

    private int number(String definitionId) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        return definition.getVersion();
    }
}
