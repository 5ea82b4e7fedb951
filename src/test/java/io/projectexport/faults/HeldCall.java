package io.projectexport.faults;

import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.SentAnswer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A call that is held until the test lets it go on. */
final class HeldCall implements Fault {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final boolean handled;

    private HeldCall(boolean handled) {
        this.handled = handled;
    }

    /** Held and then dropped; Xero never handles it. */
    static HeldCall unhandled() {
        return new HeldCall(false);
    }

    /** Held when Xero has handled it and is about to answer. */
    static HeldCall handled() {
        return new HeldCall(true);
    }

    @Override
    public SentAnswer apply(Supplier<SentAnswer> xero) throws InterruptedException {
        SentAnswer answer = handled ? xero.get() : SentAnswer.dropped();
        arrived.countDown();
        return released.await(LONGEST.toSeconds(), TimeUnit.SECONDS) ? answer : SentAnswer.dropped();
    }

    void awaitCall() {
        Eventually.until(Duration.ofMinutes(1), () -> "the call", () -> arrived.getCount() == 0);
    }

    void release() {
        released.countDown();
    }
}
