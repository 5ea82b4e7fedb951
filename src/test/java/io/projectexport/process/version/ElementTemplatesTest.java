package io.projectexport.process.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.model.DecisionTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The element templates beside the models, which Camunda Modeler offers; {@code -Dtemplates.write=true} writes them anew. */
class ElementTemplatesTest {

    private static final Path FILE = Path.of("bpmn", ElementTemplates.FILE);

    private final ModelCatalogue catalogue = new ModelCatalogue();
    private final String json = new ElementTemplates(catalogue).json();

    @Test
    void the_file_beside_the_models_is_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("templates.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, json);
        }
        assertThat(FILE).content().isEqualTo(json);
    }

    @Test
    void each_step_and_each_task_has_a_template_that_fills_in_what_it_needs() throws IOException {
        JsonNode templates = new ObjectMapper().readTree(json);

        assertThat(catalogue.steps())
                .allSatisfy(step -> assertThat(json)
                        .contains("\"${%s}\"".formatted(step.bean()))
                        .contains(step.about().label()));
        assertThat(Arrays.stream(DecisionTask.values()))
                .allSatisfy(task -> assertThat(json).contains("\"%s\"".formatted(task.form())));
        assertThat(templates.findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(templates)
                .allSatisfy(template ->
                        assertThat(template.path("description").asText()).isNotBlank());
    }
}
