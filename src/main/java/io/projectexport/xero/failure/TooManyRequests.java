package io.projectexport.xero.failure;

import io.projectexport.export.accounting.ExportFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The rate limits of Xero behind a response 429: which one was reached, and until when Xero asks to wait. */
public enum TooManyRequests {
    MINUTE("Xero's limit of calls per minute is used up."),
    APPMINUTE("Xero's limit of calls per minute for all organisations of this application is used up."),
    DAY("Xero's limit of calls per day is used up."),
    CONCURRENT("Xero is busy with as many calls at a time as it allows.");

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(60);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration LONGEST_GUESS = Duration.ofHours(1);

    private final String sentence;

    TooManyRequests(String sentence) {
        this.sentence = sentence;
    }

    static ExportFailure reached(XeroAnswer answer, Instant now) {
        TooManyRequests limit = named(answer.header().apply("X-Rate-Limit-Problem"));
        Instant asked = retryAfter(answer.header().apply("Retry-After"), now).orElseGet(() -> limit.over(now));
        return ExportFailure.rateLimited(within(now, asked), "Waiting for Xero: " + limit.sentence);
    }

    /** No call is left today; Xero does not say until when, so that somebody asks again before the day is over. */
    public static ExportFailure dayIsFull(Instant now) {
        Instant over = DAY.over(now);
        Instant soon = now.plus(LONGEST_GUESS);
        return ExportFailure.rateLimited(over.isBefore(soon) ? over : soon, "Waiting for Xero: " + DAY.sentence);
    }

    /** Whether nobody may call before the wait is over; too many calls at a time are over as soon as one of them ends. */
    public static boolean isForEverybody(XeroAnswer answer) {
        return answer.status() == 429 && named(answer.header().apply("X-Rate-Limit-Problem")) != CONCURRENT;
    }

    private static TooManyRequests named(String header) {
        String name = header == null ? "" : header.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "DAY", "DAILY" -> DAY;
            case "APPMINUTE" -> APPMINUTE;
            case "CONCURRENT" -> CONCURRENT;
            default -> MINUTE;
        };
    }

    private Instant over(Instant now) {
        return this == DAY ? now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS) : now.plus(DEFAULT_WAIT);
    }

    /** RFC 9110 allows seconds and a date. */
    private static Optional<Instant> retryAfter(String header, Instant now) {
        try {
            return Optional.ofNullable(header)
                    .map(String::strip)
                    .map(value -> value.matches("\\d{1,9}")
                            ? now.plusSeconds(Long.parseLong(value))
                            : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    private static Instant within(Instant now, Instant asked) {
        Instant earliest = now.plus(SHORTEST_WAIT);
        Instant latest = now.plus(LONGEST_WAIT);
        return asked.isBefore(earliest) ? earliest : asked.isAfter(latest) ? latest : asked;
    }
}
