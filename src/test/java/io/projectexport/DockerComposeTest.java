package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

class DockerComposeTest {

    // connecting and reading, three times
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(3 * (5 + 30));

    @Test
    void a_stopping_node_finishes_its_exports_before_it_is_killed() throws IOException {
        Duration finishing =
                duration("src/main/resources/application.yaml", "spring.lifecycle.timeout-per-shutdown-phase");

        assertThat(finishing).isGreaterThan(LONGEST_EXPORT);
        assertThat(duration("docker-compose.yml", "services.app1.stop_grace_period"))
                .isGreaterThan(finishing);
        assertThat(duration("docker-compose.yml", "services.app2.stop_grace_period"))
                .isGreaterThan(finishing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix"})
    void the_load_balancer_passes_on_nothing_that_a_client_says_about_its_origin(String header) throws IOException {
        assertThat(Files.readString(Path.of("docker/load-balancer.conf")))
                .containsPattern("proxy_set_header %s (\"\"|\\$(remote_addr|http_host|scheme));".formatted(header));
    }

    private static Duration duration(String file, String property) throws IOException {
        Object value = new YamlPropertySourceLoader()
                .load(file, new FileSystemResource(file))
                .get(0)
                .getProperty(property);
        return DurationStyle.detectAndParse(String.valueOf(value));
    }
}
