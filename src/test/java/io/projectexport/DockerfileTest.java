package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static final Path SCRIPT = Path.of("docker/class-data.sh");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ");
    private static final Pattern LAYER = Pattern.compile("(?m)^COPY --from=build (\\S+) \\./$");
    private static final Pattern STAGE = Pattern.compile("(?m)^FROM ");

    private final String dockerfile = read(Path.of("Dockerfile"));

    @Test
    void what_it_copies_is_there_and_reaches_the_builder() {
        List<String> ignored = read(Path.of(".dockerignore")).lines().toList();

        assertThat(matches(COPIED, dockerfile))
                .contains("pom.xml", SCRIPT.toString())
                .allSatisfy(copied -> {
                    assertThat(Path.of(copied)).exists();
                    assertThat(ignored).contains("!" + copied);
                });
    }

    @Test
    void class_data_are_made_by_the_jvm_and_the_class_path_that_use_them() {
        List<String> stages = STAGE.splitAsStream(dockerfile).toList();
        String makes = stages.stream()
                .filter(stage -> stage.startsWith("java AS class-data"))
                .findAny()
                .orElseThrow();
        String uses = stages.get(stages.size() - 1);

        assertThat(uses).startsWith("java\n");
        assertThat(matches(LAYER, uses)).isNotEmpty().isEqualTo(matches(LAYER, makes));
        assertThat(makes).contains("COPY " + SCRIPT + " /\nRUN /" + SCRIPT.getFileName() + "\n");
    }

    @Test
    void class_data_are_made_under_the_names_under_which_they_are_used() {
        assertThat(SCRIPT).isExecutable();
        assertThat(read(SCRIPT)).contains("-XX:ArchiveClassesAtExit=project-export.jsa ", " -jar project-export.jar\n");
        assertThat(dockerfile)
                .contains(
                        "--application-filename project-export.jar ",
                        "COPY --from=class-data /app/project-export.jsa ./\n",
                        "\"-XX:SharedArchiveFile=project-export.jsa\", \"-jar\", \"project-export.jar\"]");
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DockerfileTest::first).toList();
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
