package io.projectexport.process;

import static io.projectexport.process.ProjectExportProcess.COMMENT;
import static io.projectexport.process.ProjectExportProcess.CONTACT_NAME;
import static io.projectexport.process.ProjectExportProcess.CORRECTION;
import static io.projectexport.process.ProjectExportProcess.CORRECT_PROJECT;
import static io.projectexport.process.ProjectExportProcess.DECISION;
import static io.projectexport.process.ProjectExportProcess.JOB_CHOICE;
import static io.projectexport.process.ProjectExportProcess.RESOLUTION;
import static io.projectexport.process.ProjectExportProcess.RESOLVE_FAILED_EXPORT;
import static io.projectexport.process.ProjectExportProcess.REVIEW_PROJECT;

import io.projectexport.export.Action;
import io.projectexport.export.ActionRules;
import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.JobChoice;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The process behind project exports as a running Camunda process. */
@Component
class CamundaApprovalProcess implements ApprovalProcess {

    private final RuntimeService runtime;
    private final OpenTasks tasks;
    private final EngineCall call;
    private final ActionRules rules;
    private final LoggedIn loggedIn;

    CamundaApprovalProcess(
            RuntimeService runtime, OpenTasks tasks, EngineCall call, ActionRules rules, LoggedIn loggedIn) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.call = call;
        this.rules = rules;
        this.loggedIn = loggedIn;
    }

    @Override
    public UUID submit(Map<String, Object> fields) {
        rules.checkMaySubmit(loggedIn.person());
        ProcessInstance instance =
                call.run(() -> runtime.startProcessInstanceByKey(ProjectExportProcess.KEY, storable(fields)));
        return UUID.fromString(instance.getId());
    }

    @Override
    public void accept(UUID exportId, String contactName) {
        Task task = tasks.of(exportId, Action.ACCEPT, REVIEW_PROJECT);
        Map<String, Object> answers = new HashMap<>(Map.of(DECISION.name(), "accept"));
        if (contactName != null) {
            answers.put(CONTACT_NAME.name(), contactName);
        }
        tasks.complete(task, answers);
    }

    @Override
    public void reject(UUID exportId, String comment) {
        Task task = tasks.of(exportId, Action.REJECT, REVIEW_PROJECT, RESOLVE_FAILED_EXPORT);
        boolean inReview = task.getTaskDefinitionKey().equals(REVIEW_PROJECT);
        Map<String, Object> answers = new HashMap<>();
        answers.put((inReview ? DECISION : RESOLUTION).name(), "reject");
        answers.put(COMMENT.name(), comment);
        tasks.complete(task, answers);
    }

    @Override
    public void retry(UUID exportId, JobChoice choice) {
        Task task = tasks.of(exportId, Action.RETRY, RESOLVE_FAILED_EXPORT);
        tasks.complete(task, Map.of(RESOLUTION.name(), "retry", JOB_CHOICE.name(), JobOptions.answer(choice)));
    }

    @Override
    public void retrieve(UUID exportId) {
        try {
            // no submitter may send messages by the engine's own permissions; the delegate checks who it is
            call.withoutAuthorization(() -> runtime.createMessageCorrelation(ProjectExportProcess.PROJECT_RETRIEVED)
                    .processInstanceId(exportId.toString())
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException nobodyWaits) {
            throw tasks.refusal(exportId, Action.RETRIEVE);
        }
    }

    @Override
    public void resubmit(UUID exportId, Map<String, Object> fields) {
        Map<String, Object> answers = storable(fields);
        answers.put(CORRECTION.name(), "resubmit");
        tasks.complete(tasks.of(exportId, Action.RESUBMIT, CORRECT_PROJECT), answers);
    }

    @Override
    public void withdraw(UUID exportId) {
        tasks.complete(tasks.of(exportId, Action.WITHDRAW, CORRECT_PROJECT), Map.of(CORRECTION.name(), "withdraw"));
    }

    /** As the engine can store them: what is neither text nor a number stays something that is neither, for the rules to refuse. */
    private static Map<String, Object> storable(Map<String, Object> fields) {
        Map<String, Object> storable = new HashMap<>();
        fields.forEach((key, value) -> {
            boolean isText = value == null || value instanceof String;
            storable.put(key, isText ? value : value instanceof Number ? value.toString() : Boolean.FALSE);
        });
        return storable;
    }
}
