package io.projectexport.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.process.ModelFiles;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTaskTest {

    private static final List<UserTask> IN_MODELS = ModelFiles.models().stream()
            .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream())
            .toList();

    @Test
    void every_user_task_of_the_models_has_a_meaning_and_no_other() {
        assertThat(DecisionTask.required().stream().map(DecisionTask::key))
                .containsExactlyInAnyOrderElementsOf(
                        IN_MODELS.stream().map(UserTask::getId).toList());
        assertThat(DecisionTask.of("userTask_addedByAnAdmin")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = DecisionTask.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVE")
    void candidates_are_those_of_the_model(DecisionTask task) {
        UserTask inModel = IN_MODELS.stream()
                .filter(candidate -> candidate.getId().equals(task.key()))
                .findFirst()
                .orElseThrow();

        assertThat(inModel.getCamundaCandidateGroupsList())
                .containsExactlyElementsOf(task.candidateGroup().stream().toList());
    }

    @Test
    void every_action_but_retrieving_is_done_in_a_task() {
        Set<Action> inNone = EnumSet.allOf(Action.class);
        inNone.removeIf(action -> !DecisionTask.allowing(action).isEmpty());

        assertThat(inNone).containsExactly(Action.RETRIEVE);
        assertThat(DecisionTask.allowing(Action.REJECT))
                .containsExactly(DecisionTask.REVIEW, DecisionTask.RESOLVE, DecisionTask.APPROVE);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW,  decision,   accept,   ACCEPT",
        "REVIEW,  decision,   reject,   REJECT",
        "RESOLVE, resolution, retry,    RETRY",
        "RESOLVE, resolution, reject,   REJECT",
        "CORRECT, correction, resubmit, RESUBMIT",
        "CORRECT, correction, withdraw, WITHDRAW",
        "APPROVE, approval,   approve,  ACCEPT",
        "APPROVE, approval,   reject,   REJECT"
    })
    void the_words_of_forms_and_gateways_choose_an_action(
            DecisionTask task, String variable, String word, Action action) {
        assertThat(task.chosen(answering(variable, word))).isEqualTo(action);
        assertThat(task.answer().name()).isEqualTo(variable);
        assertThat(task.word(action)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW,  decision,   retry,  Decision is missing: choose Accept or Reject.",
        "REVIEW,  decision,   Accept, Decision is missing: choose Accept or Reject.",
        "RESOLVE, resolution, accept, Decision is missing: choose Retry or Reject.",
        "CORRECT, correction, '',     Choose Resubmit or Withdraw.",
        "CORRECT, correction, ,       Choose Resubmit or Withdraw."
    })
    void no_answer_or_that_of_another_task_is_refused_by_the_fields_name(
            DecisionTask task, String variable, String word, String message) {
        assertThatThrownBy(() -> task.chosen(answering(variable, word)))
                .isInstanceOfSatisfying(
                        ActionRefused.class,
                        refused -> assertThat(refused.errors()).containsExactly(new FieldError(variable, message)));
    }

    private static VariableScope answering(String variable, String word) {
        VariableScope scope = mock(VariableScope.class);
        when(scope.getVariableTyped(variable, false)).thenReturn(Variables.stringValue(word));
        return scope;
    }
}
