package io.projectexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar project-export.jar check FILE…}, which starts no application. */
class CheckCommandTest {

    private static final String ASYNCHRONOUS =
            "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${createXeroJobDelegate}\"";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    @Test
    void shipped_models_can_be_deployed() {
        assertThat(check("bpmn", "forms")).as(answers.toString(UTF_8)).isZero();

        assertThat(answers.toString(UTF_8)).contains("files: can be deployed.");
        assertThat(problems.toString(UTF_8)).isEmpty();
    }

    @Test
    void each_finding_is_a_line_that_names_its_file() throws IOException {
        Path model = broken();

        assertThat(check(model.toString(), "forms")).isEqualTo(1);

        assertThat(answers.toString(UTF_8).lines())
                .contains(
                        "%s: rule 401 refuses: \"Create job in Xero\" (serviceTask_createXeroJob) needs \"Asynchronous before\"."
                                        .formatted(model)
                                + " Set it, so that a failure out there does not undo the step before.");
    }

    @Test
    void folder_stands_for_the_models_and_forms_in_it_and_below() throws IOException {
        Files.writeString(folder.resolve("README.md"), "no model");
        Files.createDirectory(folder.resolve("models"));
        Files.move(broken(), folder.resolve("models/project-export.bpmn"));
        Files.copy(Path.of("forms/review-project.form"), folder.resolve("review-project.form"));

        assertThat(check(folder.toString())).isEqualTo(1);

        assertThat(answers.toString(UTF_8)).contains("models/project-export.bpmn: rule 401 refuses", "2 files: cannot");
    }

    @Test
    void nothing_to_check_and_what_cannot_be_read_are_told() {
        assertThat(check()).isEqualTo(2);
        assertThat(problems.toString(UTF_8)).startsWith("Usage: java -jar project-export.jar check FILE");

        assertThat(check("gone.bpmn")).isEqualTo(2);
        assertThat(problems.toString(UTF_8)).contains("gone.bpmn cannot be read.");

        assertThat(check(folder.toString())).isEqualTo(2);
        assertThat(problems.toString(UTF_8)).contains("There is neither a model nor a form.");
        assertThat(answers.toString(UTF_8)).isEmpty();
    }

    @Test
    void as_a_program_it_says_nothing_else_and_ends_with_its_exit_code() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProjectExportApplication.class.getName(),
                        "check",
                        broken().toString(),
                        "forms")
                .redirectErrorStream(true)
                .start();

        List<String> said = new String(program.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();

        assertThat(program.waitFor()).as("%s", said).isEqualTo(1);
        assertThat(said).allSatisfy(line -> assertThat(line).matches(".*(: rule \\d+ (refuses|warns): .*|files: .*)"));
        assertThat(program.info().totalCpuDuration().orElse(Duration.ZERO)).isLessThan(Duration.ofSeconds(20));
    }

    private int check(String... paths) {
        String[] arguments =
                Stream.concat(Stream.of("check"), Arrays.stream(paths)).toArray(String[]::new);
        return ProjectExportApplication.command(arguments, new PrintStream(answers), new PrintStream(problems));
    }

    private Path broken() throws IOException {
        String model = Files.readString(Path.of("bpmn/project-export.bpmn"));
        assertThat(model).contains(ASYNCHRONOUS);
        return Files.writeString(
                folder.resolve("edited.bpmn"),
                model.replace(ASYNCHRONOUS, "camunda:delegateExpression=\"${createXeroJobDelegate}\""));
    }
}
