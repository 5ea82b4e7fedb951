package io.projectexport.process.rule.effect;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a job is tried again, as the engine reads it.
 *
 * @param pauses between tries; of a repeated one the first
 */
record RetryCycle(long tries, List<Duration> pauses) {

    private static final Pattern REPEATED = Pattern.compile("R(\\d*)/(.+)");
    private static final long FOR_EVER = Integer.MAX_VALUE;

    /** Empty for what is not readable without running it. */
    static Optional<RetryCycle> parse(String text) {
        try {
            Matcher repeated = REPEATED.matcher(text.strip());
            if (repeated.matches()) {
                long times = repeated.group(1).isEmpty() ? FOR_EVER : Long.parseLong(repeated.group(1));
                return Optional.of(new RetryCycle(times, List.of(duration(repeated.group(2)))));
            }
            List<Duration> pauses =
                    Stream.of(text.split(",")).map(RetryCycle::duration).toList();
            return Optional.of(new RetryCycle(pauses.size() + 1L, pauses));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Of days, months and years, too. */
    static Duration duration(String text) {
        String stripped = text.strip();
        return stripped.matches("P\\d+[YMW]")
                ? Duration.ofDays(Period.parse(stripped).toTotalMonths() * 30L
                        + Period.parse(stripped).getDays())
                : Duration.parse(stripped);
    }

    boolean isEndless() {
        return tries == FOR_EVER;
    }

    /** From the first to the last try. */
    Duration length() {
        Duration sum = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        return pauses.size() == tries - 1 ? sum : sum.multipliedBy(Math.max(tries - 1, 1));
    }

    /** Whether it would keep on trying within seconds. */
    boolean isDense() {
        long average = length().toMillis() / Math.max(tries - 1, 1);
        return tries > 3 && average < 1_000 || tries > 20 && average < 30_000;
    }
}
