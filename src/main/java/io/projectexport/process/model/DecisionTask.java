package io.projectexport.process.model;

import static io.projectexport.process.model.ProjectExportProcess.APPROVAL;
import static io.projectexport.process.model.ProjectExportProcess.CORRECTION;
import static io.projectexport.process.model.ProjectExportProcess.CORRECT_PROJECT;
import static io.projectexport.process.model.ProjectExportProcess.DECISION;
import static io.projectexport.process.model.ProjectExportProcess.RESOLUTION;
import static io.projectexport.process.model.ProjectExportProcess.RESOLVE_FAILED_EXPORT;
import static io.projectexport.process.model.ProjectExportProcess.REVIEW_PROJECT;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.GroupIds;
import io.projectexport.export.project.ExportStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The user tasks in which people decide about a project, each with its candidates and the actions it offers; all that differs between the
 * tasks stands here.
 */
public enum DecisionTask {
    REVIEW(
            REVIEW_PROJECT,
            "Review project",
            "review-project",
            DECISION,
            "Decision is missing: choose Accept or Reject.",
            GroupIds.ACCOUNTING_APPROVERS,
            new Filter(
                    ExportStatus.READY_TO_EXPORT.label(),
                    "Accept or reject these projects",
                    GroupIds.ACCOUNTING_APPROVERS),
            new Answer("accept", Action.ACCEPT),
            new Answer("reject", Action.REJECT)),
    RESOLVE(
            RESOLVE_FAILED_EXPORT,
            "Resolve failed export",
            "resolve-failed-export",
            RESOLUTION,
            "Decision is missing: choose Retry or Reject.",
            GroupIds.ACCOUNTING_APPROVERS,
            new Filter(
                    ExportStatus.FAILED_TO_EXPORT.label(),
                    "Retry or reject these projects",
                    GroupIds.ACCOUNTING_APPROVERS),
            new Answer("retry", Action.RETRY),
            new Answer("reject", Action.REJECT)),
    CORRECT(
            CORRECT_PROJECT,
            "Correct project",
            "correct-project",
            CORRECTION,
            "Choose Resubmit or Withdraw.",
            null,
            new Filter("To correct", "Resubmit or withdraw these projects", GroupIds.PORTFOLIO),
            new Answer("resubmit", Action.RESUBMIT),
            new Answer("withdraw", Action.WITHDRAW)),
    /** Besides the accounting approvers, where an administrator drew one; whoever is its candidate may. */
    APPROVE(
            "userTask_approveProject",
            "Further approval",
            "approve-project",
            APPROVAL,
            "Decision is missing: choose Approve or Reject.",
            null,
            new Filter("Further approvals", "Approve or reject these projects", GroupIds.ERP_ADMIN),
            new Answer("approve", Action.ACCEPT),
            new Answer("reject", Action.REJECT));

    /** The candidates of {@link #CORRECT}, as the model writes them. */
    public static final String CORRECTING_USERS = "${submitter},${creator}";

    /**
     * The filter that lists the tasks in Tasklist.
     *
     * @param group whose members see it
     */
    public record Filter(String name, String description, String group) {}

    /** What stands in the variable, which models and forms know, for an action. */
    private record Answer(String word, Action action) {}

    private final String key;
    private final String label;
    private final String form;
    private final Variable<String> answer;
    private final String whenMissing;
    private final String candidateGroup;
    private final Filter filter;
    private final List<Answer> answers;

    DecisionTask(
            String key,
            String label,
            String form,
            Variable<String> answer,
            String whenMissing,
            String candidateGroup,
            Filter filter,
            Answer... answers) {
        this.key = key;
        this.label = label;
        this.form = form;
        this.answer = answer;
        this.whenMissing = whenMissing;
        this.candidateGroup = candidateGroup;
        this.filter = filter;
        this.answers = List.of(answers);
    }

    /** Those that a model has to have. */
    public static List<DecisionTask> required() {
        return List.of(REVIEW, RESOLVE, CORRECT);
    }

    /** Empty for a task that an admin added to a model. */
    public static Optional<DecisionTask> of(String key) {
        return Arrays.stream(values()).filter(task -> task.key.equals(key)).findFirst();
    }

    /** The same for a task of a model; a copy is known by the form that it shows. */
    public static Optional<DecisionTask> of(DelegateTask task) {
        return of(task.getTaskDefinitionKey()).or(() -> ofForm(form(task)));
    }

    /** The same for a task that was read together with its form. */
    public static Optional<DecisionTask> of(Task task) {
        return of(task.getTaskDefinitionKey())
                .or(() -> Optional.ofNullable(task.getCamundaFormRef()).flatMap(form -> ofForm(form.getKey())));
    }

    public static Optional<DecisionTask> ofForm(String form) {
        return Arrays.stream(values()).filter(task -> task.form.equals(form)).findFirst();
    }

    private static String form(DelegateTask task) {
        Expression form = ((TaskEntity) task).getTaskDefinition().getCamundaFormDefinitionKey();
        return form == null ? null : form.getExpressionText();
    }

    /** Those in which this can be done; none where it is done without a task. */
    public static List<DecisionTask> allowing(Action action) {
        return Arrays.stream(values())
                .filter(task -> task.word(action).isPresent())
                .toList();
    }

    /** What can be done in it. */
    public Set<Action> actions() {
        return answers.stream().map(Answer::action).collect(Collectors.toSet());
    }

    /** Its id in the model, which the engine calls task definition key. */
    public String key() {
        return key;
    }

    /** As modelers read it in a list. */
    public String label() {
        return label;
    }

    /** Key of its form, by which a copy in an edited model is known whatever its id. */
    public String form() {
        return form;
    }

    public Filter filter() {
        return filter;
    }

    /** What its assignee has to be allowed to do. */
    public Action mainAction() {
        return answers.get(0).action();
    }

    /** The group that must be its candidate; empty where the candidates are the project's creator and submitter. */
    public Optional<String> candidateGroup() {
        return Optional.ofNullable(candidateGroup);
    }

    /** The variable that says which action was chosen. */
    public Variable<String> answer() {
        return answer;
    }

    /** What can stand in the variable {@link #answer()}. */
    public List<String> words() {
        return answers.stream().map(Answer::word).toList();
    }

    /** The answer that stands for an action; empty where it is not this task's. */
    public Optional<String> word(Action action) {
        return answers.stream()
                .filter(answer -> answer.action() == action)
                .map(Answer::word)
                .findFirst();
    }

    /**
     * The action that was chosen.
     *
     * @throws ActionRefused when none of the task's was
     */
    public Action chosen(VariableScope scope) {
        String word = answer.in(scope);
        return answers.stream()
                .filter(possible -> possible.word().equals(word))
                .map(Answer::action)
                .findFirst()
                .orElseThrow(() -> ActionRefused.invalid(answer.name(), whenMissing));
    }
}
