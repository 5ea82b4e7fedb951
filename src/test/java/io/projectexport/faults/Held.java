package io.projectexport.faults;

import io.projectexport.sandbox.Answer;
import io.projectexport.sandbox.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A call that is held until the test lets it go on. */
final class Held implements Fault {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final boolean handled;

    private Held(boolean handled) {
        this.handled = handled;
    }

    /** Held and then dropped; Xero never handles it. */
    static Held unhandled() {
        return new Held(false);
    }

    /** Held when Xero has handled it and is about to answer. */
    static Held handled() {
        return new Held(true);
    }

    @Override
    public Answer apply(Supplier<Answer> xero) throws InterruptedException {
        Answer answer = handled ? xero.get() : Answer.dropped();
        arrived.countDown();
        return released.await(LONGEST.toSeconds(), TimeUnit.SECONDS) ? answer : Answer.dropped();
    }

    void awaitCall() {
        Eventually.until(Duration.ofMinutes(1), () -> "the call", () -> arrived.getCount() == 0);
    }

    void release() {
        released.countDown();
    }
}
