package io.projectexport.process.approval;

import static io.projectexport.process.model.ProjectExportProcess.COMMENT;
import static io.projectexport.process.model.ProjectExportProcess.EXACT_VALUES;
import static io.projectexport.process.model.ProjectExportProcess.JOB_CHOICE;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.approval.OpenTask;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.ContactOptions;
import io.projectexport.process.task.JobOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ApprovalProcess}: each project export is a running Camunda process. */
@Component
class CamundaApprovalProcess implements ApprovalProcess {

    private final RuntimeService runtime;
    private final OpenTasks tasks;
    private final EngineCall call;
    private final EngineCommands commands;
    private final ActionRules rules;
    private final ActingPerson actingPerson;

    CamundaApprovalProcess(
            RuntimeService runtime,
            OpenTasks tasks,
            EngineCall call,
            EngineCommands commands,
            ActionRules rules,
            ActingPerson actingPerson) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.call = call;
        this.commands = commands;
        this.rules = rules;
        this.actingPerson = actingPerson;
    }

    @Override
    public UUID submit(Map<String, Object> fields) {
        rules.checkMaySubmit(actingPerson.person());
        // the rule was asked, so that the engine need not ask its own permissions
        ProcessInstance instance = call.run(() -> commands.byOurRules(
                () -> runtime.startProcessInstanceByKey(ProjectExportProcess.KEY, storable(fields))));
        return UUID.fromString(instance.getId());
    }

    @Override
    public void accept(UUID exportId, JobChoice choice) {
        tasks.complete(exportId, Action.ACCEPT, variables(choice));
    }

    @Override
    public void reject(UUID exportId, String comment) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(COMMENT.name(), comment);
        tasks.complete(exportId, Action.REJECT, variables);
    }

    @Override
    public void retry(UUID exportId, JobChoice choice) {
        tasks.complete(exportId, Action.RETRY, variables(choice));
    }

    private static Map<String, Object> variables(JobChoice choice) {
        Map<String, Object> variables = ContactOptions.variables(choice.contact());
        variables.put(JOB_CHOICE.name(), JobOptions.value(choice));
        return variables;
    }

    @Override
    public void retrieve(UUID exportId) {
        call.run(exportId, () -> {
            try {
                // no submitter may send messages by the engine's own permissions; the delegate checks who it is
                return commands.byOurRules(
                        () -> runtime.createMessageCorrelation(ProjectExportProcess.PROJECT_RETRIEVED)
                                .processInstanceId(exportId.toString())
                                .correlateWithResult());
            } catch (MismatchingMessageCorrelationException nobodyWaits) {
                throw tasks.refusal(exportId, Action.RETRIEVE);
            }
        });
    }

    @Override
    public void resubmit(UUID exportId, Map<String, Object> fields) {
        tasks.complete(exportId, Action.RESUBMIT, storable(fields));
    }

    @Override
    public void withdraw(UUID exportId) {
        tasks.complete(exportId, Action.WITHDRAW, Map.of());
    }

    @Override
    public Optional<OpenTask> openTask(UUID exportId) {
        return tasks.waiting(exportId);
    }

    /** As the engine can store them: what is neither text nor a number stays something that is neither, for the rules to refuse. */
    private static Map<String, Object> storable(Map<String, Object> fields) {
        Map<String, Object> storable = new HashMap<>();
        fields.forEach((key, value) -> {
            boolean isText = value == null || value instanceof String;
            storable.put(key, isText ? value : value instanceof Number ? value.toString() : Boolean.FALSE);
        });
        storable.put(EXACT_VALUES.name(), Variables.booleanValue(true, true));
        return storable;
    }
}
