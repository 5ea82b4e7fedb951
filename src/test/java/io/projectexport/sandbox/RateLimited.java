package io.projectexport.sandbox;

import java.time.Duration;

/** The 429 that Xero answers when a limit is reached; the body is empty. */
final class RateLimited {

    private RateLimited() {}

    /** Without {@code Retry-After}; the problem is {@code minute}, {@code day} or {@code concurrent}. */
    static SentAnswer answer(String problem) {
        SentAnswer answer = SentAnswer.empty(429).with("X-Rate-Limit-Problem", problem);
        return switch (problem) {
            case "minute" -> answer.with("X-MinLimit-Remaining", "0");
            case "day" -> answer.with("X-DayLimit-Remaining", "0");
            default -> answer;
        };
    }

    /** Whole seconds, rounded up, as {@code Retry-After} wants them. */
    static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
