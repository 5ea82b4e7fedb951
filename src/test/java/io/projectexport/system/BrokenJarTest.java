package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An application whose own models cannot work does not start, and says why. */
@ExtendWith({PreviousEngine.class, OutputCaptureExtension.class})
class BrokenJarTest {

    @Test
    void sentences_say_what_is_wrong_with_the_models_that_came_with_it(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        String model = Files.readString(Path.of("bpmn/daily-summary.bpmn"));
        assertThat(model).contains("camunda:asyncBefore=\"true\"");
        Files.writeString(folder.resolve("daily-summary.bpmn"), model.replace("camunda:asyncBefore=\"true\"", ""));

        assertThatThrownBy(() -> new RunningApplication(
                        "jdbc:h2:mem:broken-jar",
                        "camunda.bpm.deployment-resource-pattern=file:%s/*.bpmn".formatted(folder),
                        "camunda.bpm.webapp.enabled=false"))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The models that came with this application cannot work:")
                .contains("\"Send summary\" (serviceTask_sendSummary) needs \"Asynchronous before\".")
                .doesNotContain("at org.camunda.bpm");
    }
}
