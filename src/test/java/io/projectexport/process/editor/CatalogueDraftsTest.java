package io.projectexport.process.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.ModelParts;
import io.projectexport.export.model.ModelParts.Choice;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Surroundings;
import io.projectexport.process.model.DecisionTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor offers what the application has, and nothing that the guard would refuse. */
class CatalogueDraftsTest {

    private final ModelCatalogue catalogue = new ModelCatalogue();
    private final Surroundings surroundings = mock(Surroundings.class);
    private final EngineParts deployed = mock(EngineParts.class);

    private ModelParts parts(String key) {
        DeployedModel model = new DeployedModel("id", key, key, 1, "1.3", Instant.EPOCH, null, null, 0, false);
        return new CatalogueDrafts(catalogue, surroundings, deployed)
                .begin(model, model)
                .parts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"project-export", "daily-summary"})
    void a_model_is_offered_the_steps_of_its_own_process(String key) {
        given(surroundings.acceptsByRule()).willReturn(Optional.of(true));

        assertThat(parts(key).steps())
                .extracting(ModelParts.Step::expression)
                .containsExactlyElementsOf(catalogue.steps().stream()
                        .filter(step -> step.about().process().equals(key))
                        .map(step -> "${%s}".formatted(step.bean()))
                        .toList());
    }

    @Test
    void accepting_without_a_person_is_offered_only_where_it_is_allowed() {
        given(surroundings.acceptsByRule()).willReturn(Optional.of(false));

        assertThat(parts("project-export").steps())
                .extracting(ModelParts.Step::expression)
                .contains("${rejectByRuleDelegate}")
                .doesNotContain("${acceptByRuleDelegate}");
    }

    @Test
    void every_decision_of_people_comes_with_its_candidates_or_lets_them_be_chosen() {
        assertThat(parts("project-export").tasks())
                .extracting(ModelParts.DecisionOfPeople::form, task -> task.groups() != null || task.users() != null)
                .hasSameSizeAs(DecisionTask.values())
                .contains(
                        tuple("review-project", true), tuple("correct-project", true), tuple("approve-project", false));
        assertThat(parts("daily-summary").tasks()).isEmpty();
    }

    @Test
    void conditions_compare_the_estimate_as_a_number_and_answers_with_the_words_that_they_can_be() {
        List<ModelParts.Field> fields = parts("project-export").fields();

        assertThat(fields)
                .contains(new ModelParts.Field("estimate", "Estimate", ModelParts.Kind.NUMBER, List.of()))
                .contains(new ModelParts.Field(
                        "approval", "Answer of “Further approval”", ModelParts.Kind.TEXT, List.of("approve", "reject")))
                .extracting(ModelParts.Field::name)
                .doesNotContain("estimateAmount")
                .doesNotHaveDuplicates();
        assertThat(parts("daily-summary").fields())
                .contains(new ModelParts.Field("recipientCount", "recipientCount", ModelParts.Kind.NUMBER, List.of()));
    }

    @Test
    void the_offered_retries_are_those_of_the_shipped_models() throws IOException {
        String shipped = Files.readString(Path.of("bpmn/project-export.bpmn"))
                + Files.readString(Path.of("bpmn/daily-summary.bpmn"));

        assertThat(parts("project-export").retries())
                .extracting(Choice::value)
                .allSatisfy(cycle -> assertThat(shipped).contains(">%s<".formatted(cycle)));
    }

    @Test
    void the_form_of_a_submission_is_no_form_of_a_task() {
        given(deployed.forms("id")).willReturn(List.of("check-contract", "review-project", "submit-project"));

        assertThat(parts("project-export").forms()).containsExactly("check-contract");
    }
}
