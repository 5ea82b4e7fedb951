package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

class DockerComposeTest {

    // connecting and reading, three times
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(3 * (5 + 30));

    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

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
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "X-Forwarded-Port",
                "X-Forwarded-Ssl"
            })
    void the_load_balancer_passes_on_nothing_that_a_client_says_about_its_origin(String header) throws IOException {
        assertThat(Files.readString(Path.of("docker/load-balancer.conf")))
                .containsPattern(
                        "proxy_set_header %s (\"\"|\\$(remote_addr|http_host|forwarded_proto));".formatted(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app1", "app2", "load-balancer", "postgres", "mail", "sandbox"})
    void no_service_can_write_to_its_image_gain_rights_or_take_the_machine_from_the_others(String service)
            throws IOException {
        assertThat(value(service, "read_only")).isEqualTo(true);
        assertThat(value(service, "cap_drop[0]")).isEqualTo("ALL");
        assertThat(value(service, "cap_add[0]")).isNull();
        assertThat(value(service, "security_opt[0]")).isEqualTo("no-new-privileges:true");
        assertThat(value(service, "privileged")).isNull();
        assertThat(value(service, "mem_limit")).isNotNull();
        assertThat(value(service, "cpus")).isNotNull();
        assertThat(value(service, "pids_limit")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load-balancer", "postgres", "mail"})
    void what_is_not_built_here_is_no_root_and_has_an_exact_version(String service) throws IOException {
        assertThat(String.valueOf(value(service, "user"))).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(String.valueOf(value(service, "image"))).matches("[\\w/-]+:v?\\d+\\.\\d+(\\.\\d+)?(-alpine)?");
        assertThat(Files.readString(Path.of("Dockerfile"))).containsPattern("(?m)^USER app$");
    }

    @Test
    void passwords_leave_the_machine_with_tls_only() throws IOException {
        String tls = Files.readString(Path.of("docker-compose.tls.yml"));

        assertThat(String.valueOf(value("load-balancer", "ports[0]"))).startsWith("127.0.0.1:");
        assertThat(String.valueOf(value("mail", "ports[0]"))).startsWith("127.0.0.1:");
        assertThat(value("postgres", "ports[0]")).isNull();
        assertThat(tls).contains("ports: !override").contains(":8443\"").doesNotContain(":8080\"");
        assertThat(Files.readString(Path.of("docker/tls.conf")))
                .contains("listen 8443 ssl;", "ssl_protocols TLSv1.2 TLSv1.3;");
        assertThat(Files.readString(Path.of("docker/load-balancer.conf"))).contains("include /etc/nginx/tls/*.conf;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app1", "app2"})
    void a_session_finds_the_way_back_to_its_node_and_to_the_other_one_without_it(String node) throws IOException {
        String other = node.equals("app1") ? "app2" : "app1";

        assertThat(value(node, "environment.NODE_NAME")).isEqualTo(node);
        assertThat(value(node, "environment.SPRING_DATASOURCE_URL")).isNotNull();
        assertThat(Files.readString(Path.of("docker/load-balancer.conf")))
                .contains("~\\.%1$s$ node_%1$s;".formatted(node))
                .containsPattern("upstream node_%s \\{[^}]*server %s:8080 [^;]*;\\s*server %s:8080 [^;]*backup;\\s*}"
                        .formatted(node, node, other));
    }

    @Test
    void each_major_version_of_postgresql_has_a_volume_of_its_own() throws IOException {
        String image = String.valueOf(value("postgres", "image"));
        String major = image.replaceAll("postgres:(\\d+)\\..*", "$1");

        assertThat(value("postgres", "volumes[0]")).isEqualTo("postgres-" + major + "-data:/var/lib/postgresql");
    }

    @Test
    void the_sandbox_is_tried_without_any_setting_of_ones_own_and_runs_for_nobody_else() throws IOException {
        Properties sandbox = new Properties();
        sandbox.load(Files.newBufferedReader(Path.of("docker/sandbox.env")));
        String compose = Files.readString(Path.of("docker-compose.yml"));

        assertThat(REQUIRED.matcher(compose).results().map(setting -> setting.group(1)))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(sandbox.getProperty(setting)).isNotBlank());
        assertThat(sandbox.getProperty("XERO_API_URL")).isEqualTo("http://sandbox:8081");
        assertThat(sandbox.getProperty("XERO_TOKEN_URL")).startsWith("http://sandbox:8081/");
        assertThat(value("sandbox", "profiles[0]")).isEqualTo("sandbox");
        assertThat(String.valueOf(value("sandbox", "ports[0]"))).startsWith("127.0.0.1:");
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains(" AS " + value("sandbox", "build.target") + "\n")
                .contains("\"" + SandboxServer.class.getName() + "\"]");
    }

    private static Object value(String service, String property) throws IOException {
        return setting("docker-compose.yml", "services." + service + "." + property);
    }

    private static Duration duration(String file, String property) throws IOException {
        return DurationStyle.detectAndParse(String.valueOf(setting(file, property)));
    }

    private static Object setting(String file, String property) throws IOException {
        return new YamlPropertySourceLoader()
                .load(file, new FileSystemResource(file))
                .get(0)
                .getProperty(property);
    }
}
