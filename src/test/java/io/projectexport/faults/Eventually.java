package io.projectexport.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do. */
public final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    public static void until(Duration atMost, Supplier<String> what, BooleanSupplier reached) {
        if (!within(atMost, reached)) {
            throw new AssertionError("Waited %d s in vain for %s".formatted(atMost.toSeconds(), what.get()));
        }
    }

    /** Whether it was reached in that time. */
    public static boolean within(Duration atMost, BooleanSupplier reached) {
        Instant end = Instant.now().plus(atMost);
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
