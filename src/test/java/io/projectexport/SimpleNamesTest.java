package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Simple names of types, so that a name in a stack trace, a search or a conversation means one type. */
class SimpleNamesTest {

    @Test
    void no_two_types_have_the_same_simple_name() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            Map<String, List<String>> paths = sources.map(Path::toString)
                    .filter(path -> path.endsWith(".java") && !path.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(
                            path -> Path.of(path).getFileName().toString()));
            assertThat(paths.values())
                    .isNotEmpty()
                    .allSatisfy(same -> assertThat(same).hasSize(1));
        }
    }
}
