package io.projectexport.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class PathsTest {

    private static final Pattern LINK = Pattern.compile("@\\{(/\\w+)/app/");

    @Test
    void camundas_applications_are_served_where_their_security_is() throws IOException {
        assertThat(new YamlPropertySourceLoader()
                        .load("defaults", new ClassPathResource("application.yaml"))
                        .get(0)
                        .getProperty("camunda.bpm.webapp.application-path"))
                .isEqualTo(Paths.CAMUNDA);
    }

    @Test
    void pages_link_to_camundas_applications_there() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(pages.filter(Files::isRegularFile)
                            .map(PathsTest::content)
                            .flatMap(page -> LINK.matcher(page).results())
                            .map(link -> link.group(1)))
                    .isNotEmpty()
                    .containsOnly(Paths.CAMUNDA);
        }
    }

    private static String content(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
