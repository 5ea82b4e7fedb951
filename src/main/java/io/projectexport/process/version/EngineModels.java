package io.projectexport.process.version;

import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.DeployedModels;
import io.projectexport.export.model.ModelChange;
import io.projectexport.export.model.WaitingStep;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.process.engine.AssumedLogin;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.guard.ModelRefused;
import io.projectexport.process.model.DecisionTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link DeployedModels}: process definitions and deployments of the engine. */
@Repository
class EngineModels implements DeployedModels {

    /** What our page sends is told apart from what other tools send. */
    private static final String SOURCE = "page";

    /** The form of a step that is in none of this release's models, for whoever draws it. */
    private static final String FURTHER_APPROVAL = DecisionTask.APPROVE.form() + ".form";

    /** As the engine stores it. */
    private static final int SUSPENDED = 2;

    private static final String ALL = """
            select definition.id_, definition.key_, definition.name_, definition.version_, definition.version_tag_,
                   definition.suspension_state_, deployment.deploy_time_, deployment.source_,
                   sent.user_id_, coalesce(running.instances, 0) as instances
            from act_re_procdef definition
            join act_re_deployment deployment on deployment.id_ = definition.deployment_id_
            left join (select deployment_id_, min(user_id_) as user_id_ from act_hi_op_log
                       where entity_type_ = 'Deployment' and operation_type_ = 'Create' group by deployment_id_) sent
                 on sent.deployment_id_ = deployment.id_
            left join (select proc_def_id_, count(*) as instances from act_ru_execution where parent_id_ is null
                       group by proc_def_id_) running
                 on running.proc_def_id_ = definition.id_
            %s
            order by definition.key_ desc, definition.version_ desc
            """;
    private static final String WAITING = """
            select act_id_, count(*) as instances from act_ru_execution
            where proc_def_id_ = :id and act_id_ is not null and is_active_ = :active group by act_id_
            """;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final EngineCommands commands;
    private final AssumedLogin login;
    private final ModelComparison comparison;
    private final ElementTemplates templates;

    EngineModels(
            JdbcClient jdbc,
            RepositoryService repository,
            EngineCommands commands,
            AssumedLogin login,
            ModelComparison comparison,
            ElementTemplates templates) {
        this.templates = templates;
        this.login = login;
        this.jdbc = jdbc;
        this.repository = repository;
        this.commands = commands;
        this.comparison = comparison;
    }

    @Override
    public List<DeployedModel> all() {
        return jdbc.sql(ALL.formatted("")).query((row, number) -> model(row)).list();
    }

    @Override
    public Optional<DeployedModel> find(String definitionId) {
        return jdbc.sql(ALL.formatted("where definition.id_ = :id"))
                .param("id", definitionId)
                .query((row, number) -> model(row))
                .optional();
    }

    // the engine writes moments in this machine's zone, as JDBC reads them
    private static DeployedModel model(ResultSet row) throws SQLException {
        String name = row.getString("name_");
        return new DeployedModel(
                row.getString("id_"),
                row.getString("key_"),
                name == null ? row.getString("key_") : name,
                row.getInt("version_"),
                row.getString("version_tag_"),
                row.getTimestamp("deploy_time_").toInstant(),
                row.getString("user_id_"),
                row.getString("source_"),
                row.getLong("instances"),
                row.getInt("suspension_state_") == SUSPENDED);
    }

    @Override
    public String diagram(String definitionId) {
        return commands.byOurRules(() ->
                read(repository.getProcessModel(definitionId), bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, byte[]> files(String definitionId) {
        return commands.byOurRules(() -> {
            ProcessDefinition definition = repository.getProcessDefinition(definitionId);
            Map<String, byte[]> files = new TreeMap<>();
            for (Resource resource : repository.getDeploymentResources(definition.getDeploymentId())) {
                files.put(
                        resource.getName(),
                        read(
                                repository.getResourceAsStreamById(definition.getDeploymentId(), resource.getId()),
                                bytes -> bytes));
            }
            return files;
        });
    }

    private static <T> T read(InputStream stream, Function<byte[], T> as) {
        try (stream) {
            return as.apply(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, byte[]> helpers() {
        return Map.of(
                ElementTemplates.FILE,
                templates.json().getBytes(StandardCharsets.UTF_8),
                FURTHER_APPROVAL,
                read(getClass().getResourceAsStream("/forms/" + FURTHER_APPROVAL), bytes -> bytes));
    }

    @Override
    public List<WaitingStep> waiting(String definitionId) {
        BpmnModelInstance bpmn = commands.byOurRules(() -> repository.getBpmnModelInstance(definitionId));
        return jdbc
                .sql(WAITING)
                .param("id", definitionId)
                .param("active", true)
                .query((row, number) -> step(bpmn, row.getString("act_id_"), row.getLong("instances")))
                .stream()
                .sorted(Comparator.comparing(WaitingStep::label))
                .toList();
    }

    private static WaitingStep step(BpmnModelInstance bpmn, String elementId, long instances) {
        String name = bpmn.getModelElementById(elementId) instanceof FlowElement element ? element.getName() : null;
        return new WaitingStep(elementId, name == null ? elementId : name, instances);
    }

    @Override
    public List<ModelChange> changes(String earlierId, String laterId) {
        return comparison.changes(diagram(earlierId), diagram(laterId));
    }

    @Override
    public List<String> deploy(Map<String, byte[]> files, String userId) {
        DeploymentBuilder deployment =
                repository.createDeployment().name("Models").source(SOURCE);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            // the engine keeps who it was
            login.as(userId, deployment::deploy);
            return List.of();
        } catch (ModelRefused refused) {
            throw ActionRefused.conflict(refused.getMessage());
        }
    }
}
