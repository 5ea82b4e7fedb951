package io.projectexport.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.ModelFiles;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that keep {@code forms/} in step with the models and safe to show what anybody entered. */
class FormTest {

    static final List<Path> FILES = ModelFiles.forms();

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @FieldSource("FILES")
    void form_has_the_id_of_its_file_and_suits_the_engine(Path file) {
        JsonNode form = read(file);
        assertThat(form.path("id").asText()).isEqualTo(ModelFiles.baseName(file));
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void each_field_is_a_variable_that_the_process_knows(Path file) {
        assertThat(fields(file)).extracting(field -> field.path("key").asText()).isSubsetOf(knownVariables());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void each_field_has_a_label(Path file) {
        assertThat(fields(file))
                .allSatisfy(field -> assertThat(field.path("label").asText()
                                + field.path("dateLabel").asText())
                        .as(field.path("key").asText())
                        .isNotBlank());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void what_people_entered_is_only_shown_where_markup_stays_text(Path file) {
        assertThat(components(read(file)))
                .extracting(component -> component.path("type").asText())
                .isSubsetOf("group", "textfield", "textarea", "number", "datetime", "radio", "select", "text", "table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review-project", "resolve-failed-export", "correct-project", "approve-project"})
    void text_that_may_hold_markup_is_a_link_to_the_project_page_and_shows_nothing_that_people_entered(String form) {
        assertThat(components(read(Path.of("forms", form + ".form"))))
                .filteredOn(component -> component.path("type").asText().equals("text"))
                .extracting(component -> component.path("text").asText())
                .containsExactly(
                        "<a href=\"../../../../jobs/{{exportId}}\" target=\"_blank\">Open this project's page</a>."
                                + " To fill in this form, claim the task at the top right first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review-project", "resolve-failed-export", "correct-project", "approve-project"})
    void table_shows_all_that_is_known_of_earlier_steps_and_sends_nothing_back(String form) {
        assertThat(components(read(Path.of("forms", form + ".form"))))
                .filteredOn(component -> component.path("type").asText().equals("table"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.path("dataSource").asText()).isEqualTo("=earlierSteps");
                    assertThat(table.has("key")).isFalse();
                    assertThat(stream(table.path("columns")))
                            .extracting(column -> column.path("key").asText())
                            .containsExactly("at", "round", "who", "what", "said");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-project", "correct-project"})
    void every_field_of_a_submission_can_be_entered(String form) {
        assertThat(fields(Path.of("forms", form + ".form")))
                .filteredOn(field -> !field.path("readonly").asBoolean())
                .extracting(field -> field.path("key").asText())
                .containsAll(submissionFields().toList());
    }

    @Test
    void every_choice_has_its_branch_in_the_model_and_every_branch_its_choice() {
        Set<String> choices = ModelFiles.formsInUse().stream()
                .flatMap(file -> fields(file).stream())
                .filter(field -> field.path("type").asText().equals("radio"))
                .flatMap(radio -> stream(radio.path("values"))
                        .map(value -> "${%s == '%s'}"
                                .formatted(
                                        radio.path("key").asText(),
                                        value.path("value").asText())))
                .collect(Collectors.toSet());

        assertThat(Bpmn.readModelFromFile(Path.of("bpmn", ProjectExportProcess.KEY + ".bpmn")
                                .toFile())
                        .getModelElementsByType(ConditionExpression.class))
                .extracting(ConditionExpression::getTextContent)
                .containsExactlyInAnyOrderElementsOf(choices);
    }

    private static List<JsonNode> fields(Path file) {
        return components(read(file)).filter(component -> component.has("key")).toList();
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return stream(parent.path("components"))
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> knownVariables() {
        Stream<String> variables = Arrays.stream(ProjectExportProcess.class.getDeclaredFields())
                .filter(field -> field.getType() == Variable.class)
                .map(FormTest::name);
        return Stream.concat(variables, submissionFields()).collect(Collectors.toSet());
    }

    private static Stream<String> submissionFields() {
        return Arrays.stream(ProjectField.values()).map(ProjectField::key);
    }

    private static String name(Field constant) {
        try {
            return ((Variable<?>) constant.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
