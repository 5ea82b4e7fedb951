package io.projectexport.process.model;

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
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The user tasks in which people decide about a project, each with its candidates and the actions it offers; all that differs between the
 * tasks stands here.
 */
public enum DecisionTask {
    REVIEW(
            REVIEW_PROJECT,
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
            CORRECTION,
            "Choose Resubmit or Withdraw.",
            null,
            new Filter("To correct", "Resubmit or withdraw these projects", GroupIds.PORTFOLIO),
            new Answer("resubmit", Action.RESUBMIT),
            new Answer("withdraw", Action.WITHDRAW));

    /**
     * The filter that lists the tasks in Tasklist.
     *
     * @param group whose members see it
     */
    public record Filter(String name, String description, String group) {}

    /** What stands in the variable, which models and forms know, for an action. */
    private record Answer(String word, Action action) {}

    private final String key;
    private final Variable<String> answer;
    private final String whenMissing;
    private final String candidateGroup;
    private final Filter filter;
    private final List<Answer> answers;

    DecisionTask(
            String key,
            Variable<String> answer,
            String whenMissing,
            String candidateGroup,
            Filter filter,
            Answer... answers) {
        this.key = key;
        this.answer = answer;
        this.whenMissing = whenMissing;
        this.candidateGroup = candidateGroup;
        this.filter = filter;
        this.answers = List.of(answers);
    }

    /** Empty for a task that an admin added to a model. */
    public static Optional<DecisionTask> of(String key) {
        return Arrays.stream(values()).filter(task -> task.key.equals(key)).findFirst();
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

    public Filter filter() {
        return filter;
    }

    /** What its assignee has to be allowed to do. */
    public Action mainAction() {
        return answers.get(0).action();
    }

    /** The group that must be its candidate; empty where the candidates are the project's creator and submitter. */
    Optional<String> candidateGroup() {
        return Optional.ofNullable(candidateGroup);
    }

    /** The variable that says which action was chosen. */
    public Variable<String> answer() {
        return answer;
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
