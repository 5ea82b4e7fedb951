package io.projectexport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What goes wrong with a call: decides whether Xero handles it at all, and what the caller gets to see. */
@FunctionalInterface
public interface Fault {

    /** Answers the call; {@code xero} handles it as usual and must be asked at most once. */
    SentAnswer apply(Supplier<SentAnswer> xero) throws InterruptedException;

    static Fault none() {
        return Supplier::get;
    }

    /** Answers without handling the call. */
    static Fault answer(SentAnswer answer) {
        return xero -> answer;
    }

    /** 503, not handled. */
    static Fault unavailable() {
        return answer(Problems.of(503, "Service Unavailable", "The Organisation is not currently available"));
    }

    /** 502 with a page of some proxy, not handled. */
    static Fault badGateway() {
        return answer(
                SentAnswer.html(502, "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"));
    }

    /** The connection breaks before Xero handles the call. */
    static Fault dropBefore() {
        return answer(SentAnswer.dropped());
    }

    /** Xero handles the call, then the connection breaks. */
    static Fault dropAfterCreate() {
        return dropBefore().afterCreate();
    }

    /** Xero handles the call, then answers 500. */
    static Fault failAfterCreate() {
        return answer(Problems.of(500, "Internal Server Error", "An error occurred in Xero"))
                .afterCreate();
    }

    /** No answer for that long, then the connection breaks; not handled. */
    static Fault hang(Duration time) {
        return dropBefore().delayed(time);
    }

    /** Xero handles the call at once; no answer for that long, then the connection breaks. */
    static Fault hangAfterCreate(Duration time) {
        return hang(time).afterCreate();
    }

    /** Xero begins to handle the call that much later. */
    static Fault slow(Duration time) {
        return none().delayed(time);
    }

    static Fault rateLimited(Duration retryAfter) {
        return answer(RateLimited.answer("minute").with("Retry-After", RateLimited.seconds(retryAfter)));
    }

    /** {@code Retry-After} as an HTTP date. */
    static Fault rateLimitedUntil(Instant retryAt) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(retryAt.atOffset(ZoneOffset.UTC));
        return answer(RateLimited.answer("minute").with("Retry-After", date));
    }

    static Fault rateLimitedWithoutRetryAfter() {
        return answer(RateLimited.answer("minute"));
    }

    static Fault dayLimitReached(Duration retryAfter) {
        return answer(RateLimited.answer("day").with("Retry-After", RateLimited.seconds(retryAfter)));
    }

    static Fault tooManyAtOnce() {
        return answer(RateLimited.answer("concurrent"));
    }

    /** 401 as for a token that has just expired, not handled. */
    static Fault tokenExpired() {
        return answer(Problems.unauthorized("TokenExpired: token expired at 11/23/2026 09:30:00"));
    }

    /** 400 in one of the forms that Xero's refusals have, not handled. */
    static Fault refused(RefusalFormat format) {
        return answer(format.answer());
    }

    /** Xero handles the call, then the connection breaks, unless Xero said no. */
    static Fault lost() {
        return answered(answer -> answer.isSuccess() ? SentAnswer.dropped() : answer);
    }

    /** One item more in each list, which is none of those that the manual describes. */
    static Fault unreadableItem() {
        return answered(UnusualAnswers::withUnreadableItem);
    }

    /** Xero handles the call; the caller sees this instead of its answer. */
    static Fault answered(UnaryOperator<SentAnswer> change) {
        return xero -> change.apply(xero.get());
    }

    /** This fault, after Xero has handled the call unseen. */
    default Fault afterCreate() {
        return xero -> {
            SentAnswer unseen = xero.get();
            return apply(() -> unseen);
        };
    }

    default Fault delayed(Duration time) {
        return xero -> {
            Thread.sleep(time.toMillis());
            return apply(xero);
        };
    }

    /** Answers the call as {@link #apply} does; a call that the end of the server interrupts is dropped. */
    default SentAnswer answerTo(Supplier<SentAnswer> xero) {
        try {
            return apply(xero);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return SentAnswer.dropped();
        }
    }
}
