package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.monitoring.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The monitoring that comes with the product: alerts and their runbook, the manual's table, and the services. */
class MonitoringTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");

    @Test
    void each_alert_has_a_heading_in_the_runbook_and_each_heading_an_alert() throws IOException {
        List<String> headings = HEADING.matcher(Files.readString(Path.of("docs/runbook.md")))
                .results()
                .map(heading -> heading.group(1))
                .toList();

        assertThat(alerts())
                .extracting(alert -> String.valueOf(alert.get("alert")))
                .containsExactlyElementsOf(headings);
    }

    @Test
    void each_alert_says_how_bad_it_is_what_is_wrong_and_where_to_read_on() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            Map<?, ?> annotations = (Map<?, ?>) alert.get("annotations");
            assertThat(annotations.get("summary").toString()).endsWith(".");
            assertThat(annotations.get("runbook"))
                    .isEqualTo(
                            "docs/runbook.md#" + alert.get("alert").toString().toLowerCase(Locale.ROOT));
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("critical", "warning", "info");
        });
    }

    private static List<Map<String, Object>> alerts() {
        return MonitoringQuery.rules().stream()
                .filter(rule -> rule.containsKey("alert"))
                .toList();
    }

    @Test
    void the_manual_lists_the_metrics_as_they_are() throws IOException {
        assertThat(Files.readString(Path.of("docs/monitoring.md"))
                        .lines()
                        .filter(line -> line.startsWith("| `project_export_")))
                .containsExactlyElementsOf(
                        Arrays.stream(Metric.values()).map(MonitoringTest::row).toList());
    }

    private static String row(Metric metric) {
        String scope = metric.scope() == Metric.Scope.NODE ? "node" : "all";
        return "| `%s` | %s | %s |".formatted(metric.exposed(), scope, metric.meaning());
    }

    @Test
    void names_of_metrics_differ_and_follow_the_rules_of_prometheus() {
        assertThat(Metric.values())
                .extracting(Metric::exposed)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("project_export_[a-z]+(_[a-z]+)*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "grafana"})
    void the_services_are_confined_and_for_this_machine_only(String service) throws IOException {
        assertThat(value(service, "read_only")).isEqualTo(true);
        assertThat(value(service, "cap_drop[0]")).isEqualTo("ALL");
        assertThat(value(service, "security_opt[0]")).isEqualTo("no-new-privileges:true");
        assertThat(String.valueOf(value(service, "user"))).matches("[1-9]\\d*:\\d+");
        assertThat(String.valueOf(value(service, "image"))).matches("[\\w/-]+:v?\\d+\\.\\d+\\.\\d+");
        assertThat(String.valueOf(value(service, "ports[0]"))).startsWith("127.0.0.1:");
        assertThat(value(service, "mem_limit")).isNotNull();
    }

    @Test
    void no_password_stands_in_a_file() throws IOException {
        for (String file : List.of("docker-compose.monitoring.yml", "docker/monitoring/prometheus.yml")) {
            List<String> passwords = Pattern.compile("(?im)^.*password.*$")
                    .matcher(Files.readString(Path.of(file)))
                    .results()
                    .map(MatchResult::group)
                    .map(String::strip)
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(passwords)
                    .isNotEmpty()
                    .allMatch(line -> line.contains("/run/secrets/")
                            || line.contains("_FILE:?")
                            || line.matches("secrets: \\[.*]|\\w+:"));
        }
    }

    private static Object value(String service, String property) throws IOException {
        String file = "docker-compose.monitoring.yml";
        return new YamlPropertySourceLoader()
                .load(file, new FileSystemResource(file))
                .get(0)
                .getProperty("services.%s.%s".formatted(service, property));
    }
}
