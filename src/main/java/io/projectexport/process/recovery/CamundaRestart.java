package io.projectexport.process.recovery;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.recovery.ProcessRestart;
import io.projectexport.export.recovery.RecoveryStep;
import io.projectexport.process.approval.EngineCall;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.engine.InstanceIds;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ProcessRestart}: an instance of the latest version that starts before one of its steps. */
@Component
class CamundaRestart implements ProcessRestart {

    /** The engine's line about the instance that ended, whose id goes on; its path stays. */
    private static final String FORGET = "delete from act_hi_procinst where id_ = :id";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineCommands commands;
    private final EngineCall call;
    private final InstanceIds ids;
    private final RestartVariables variables;
    private final JdbcClient jdbc;

    CamundaRestart(
            RuntimeService runtime,
            RepositoryService repository,
            EngineCommands commands,
            EngineCall call,
            InstanceIds ids,
            RestartVariables variables,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.repository = repository;
        this.commands = commands;
        this.call = call;
        this.ids = ids;
        this.variables = variables;
        this.jdbc = jdbc;
    }

    @Override
    public String begin(ProjectExport export, RecoveryStep step) {
        return call.run(() -> commands.byOurRules(() -> {
            FlowElement element = element(step);
            String id = export.id().toString();
            jdbc.sql(FORGET).param("id", id).update();
            ProcessInstance begun = ids.beginning(id, () -> start(id, element.getId()));
            if (!id.equals(begun.getId())) {
                throw new IllegalStateException("The engine chose another id for the instance.");
            }
            variables.restore(export, step, commands.instance(id));
            return element.getName() == null ? element.getId() : element.getName();
        }));
    }

    private ProcessInstance start(String id, String element) {
        return runtime.createProcessInstanceByKey(ProjectExportProcess.KEY)
                .businessKey(id)
                .startBeforeActivity(element)
                .execute();
    }

    private static String id(RecoveryStep step) {
        return switch (step) {
            case REVIEW -> DecisionTask.REVIEW.key();
            case EXPORT -> ProjectExportProcess.CREATE_XERO_JOB;
            case RESOLVE -> DecisionTask.RESOLVE.key();
            case CORRECT -> DecisionTask.CORRECT.key();
        };
    }

    private FlowElement element(RecoveryStep step) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ProjectExportProcess.KEY)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        String id = id(step);
        if (latest != null) {
            Optional<FlowElement> found = find(repository.getBpmnModelInstance(latest.getId()), id);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw ActionRefused.conflict(
                "Nothing was changed: the deployed model has no step %s, where this project would go on. Deploy one that has it."
                        .formatted(id));
    }

    /** By its id, or by the form that it shows. */
    private static Optional<FlowElement> find(BpmnModelInstance model, String id) {
        if (model.getModelElementById(id) instanceof FlowElement element) {
            return Optional.of(element);
        }
        return DecisionTask.of(id)
                .flatMap(decision -> model.getModelElementsByType(UserTask.class).stream()
                        .filter(task -> decision.form().equals(task.getCamundaFormRef()))
                        .map(FlowElement.class::cast)
                        .findFirst());
    }
}
