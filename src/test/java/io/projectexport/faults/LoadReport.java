package io.projectexport.faults;

import io.projectexport.faults.LoadClients.Worked;
import io.projectexport.faults.Restarts.Step;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a load run led to, as Markdown.
 *
 * @param maximum what the clients came to as fast as it went
 * @param rate cycles per second that were asked for under load
 * @param answers how often each answer came, those of the maximum included
 * @param violations a sentence for each thing that should not have been
 */
record LoadReport(
        LoadPlan plan,
        Worked maximum,
        double rate,
        Worked worked,
        List<Step> steps,
        Map<String, Integer> answers,
        List<String> violations) {

    private static final int SHOWN = 50;

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        """

                %d minutes, a restart every %d s, %d clients; %d processors, load %.1f at its end

                | figure | |
                |---|---|
                | maximum, cycles/s | %.1f |
                | under load, cycles/s: asked for, reached | %.1f, %.1f |
                | cycles under load, not Synced when their client looked for the last time | %d, %d |
                | accept → Synced p50, p95, slowest, ms | %d, %d, %d |
                """,
                        plan.minutes(),
                        plan.restartEvery().toSeconds(),
                        plan.clients(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        maximum.perSecond(),
                        rate,
                        worked.perSecond(),
                        worked.toXero().size() + worked.late(),
                        worked.late(),
                        worked.percentile(50),
                        worked.percentile(95),
                        worked.percentile(100))
                + lines()
                + "| violations | %d |%n".formatted(violations.size())
                + "%n| after s | restarted | ended within s | ready after s | heap after a collection before it, MB |%n|---|---|---|---|---|%n"
                        .formatted()
                + steps.stream().map(LoadReport::line).collect(Collectors.joining())
                + violations.stream()
                        .limit(SHOWN)
                        .map(violation -> "\n" + violation)
                        .collect(Collectors.joining());
    }

    private String lines() {
        return answers.entrySet().stream()
                .map(answer -> "| `%s` | %d |%n".formatted(answer.getKey(), answer.getValue()))
                .collect(Collectors.joining());
    }

    private static String line(Step step) {
        String heaps = step.heaps().stream()
                .map(heap -> String.format(Locale.ROOT, "%.0f", heap))
                .collect(Collectors.joining(" and "));
        return "| %d | %s | %s | %s | %s |%n"
                .formatted(step.at().toSeconds(), step.what(), seconds(step.toEnd()), seconds(step.toReady()), heaps);
    }

    private static String seconds(Duration took) {
        return took.isZero() ? "" : String.valueOf(took.toSeconds());
    }
}
