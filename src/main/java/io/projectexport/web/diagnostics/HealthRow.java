package io.projectexport.web.diagnostics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.Status;
import org.springframework.util.ObjectUtils;

/**
 * What one health indicator says, as people read it.
 *
 * @param details label and value of each, in the indicator's order
 */
record HealthRow(String label, boolean works, List<Map.Entry<String, String>> details) {

    /** Of libraries, which say nothing that another row does not. */
    private static final Set<String> NOT_SHOWN =
            Set.of("ping", "livenessState", "readinessState", "processEngine", "ssl");

    /** Of libraries, too: numbers of bytes. */
    private static final Set<String> NO_DETAILS = Set.of("diskSpace");

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Those that do not work first. */
    static List<HealthRow> of(HealthComponent health) {
        return rows("", health)
                .sorted((one, other) -> Boolean.compare(one.works(), other.works()))
                .toList();
    }

    private static Stream<HealthRow> rows(String name, HealthComponent health) {
        if (health instanceof CompositeHealth composite) {
            return composite.getComponents().entrySet().stream()
                    .flatMap(component -> rows(component.getKey(), component.getValue()));
        }
        List<Map.Entry<String, String>> details = NO_DETAILS.contains(name) ? List.of() : details(health);
        return NOT_SHOWN.contains(name)
                ? Stream.empty()
                : Stream.of(new HealthRow(words(name), !isBad(health.getStatus()), details));
    }

    private static boolean isBad(Status status) {
        return Status.DOWN.equals(status) || Status.OUT_OF_SERVICE.equals(status);
    }

    private static List<Map.Entry<String, String>> details(HealthComponent component) {
        return component instanceof Health health
                ? health.getDetails().entrySet().stream()
                        .filter(detail -> !ObjectUtils.isEmpty(detail.getValue()))
                        .map(detail -> Map.entry(
                                words(detail.getKey()), detail.getValue().toString()))
                        .toList()
                : List.of();
    }

    /** For example "Daily summary" for {@code dailySummary}. */
    private static String words(String name) {
        String words = INNER_CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
