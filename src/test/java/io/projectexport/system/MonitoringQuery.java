package io.projectexport.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** PromQL of a rule or of a dashboard in {@code docker/monitoring}, and where it stands. */
record MonitoringQuery(String place, String promQl) {

    private static final Path MONITORING = Path.of("docker/monitoring");

    static List<MonitoringQuery> all() {
        return Stream.concat(
                        rules().stream().map(rule -> new MonitoringQuery(name(rule), String.valueOf(rule.get("expr")))),
                        Stream.of("working", "full").flatMap(MonitoringQuery::ofDashboard))
                .toList();
    }

    /** Each with its keys of Prometheus. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rules() {
        try {
            Map<String, Object> file = new Yaml().load(Files.readString(MONITORING.resolve("rules.yml")));
            return ((List<Map<String, Object>>) file.get("groups"))
                    .stream()
                            .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Map<String, Object> rule) {
        return String.valueOf(rule.containsKey("alert") ? rule.get("alert") : rule.get("record"));
    }

    private static Stream<MonitoringQuery> ofDashboard(String name) {
        try {
            JsonNode panels = new ObjectMapper()
                    .readTree(MONITORING
                            .resolve("grafana/dashboards/%s.json".formatted(name))
                            .toFile())
                    .path("panels");
            return panels.findParents("expr").stream()
                    .map(target -> new MonitoringQuery(
                            name + ".json", target.path("expr").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
