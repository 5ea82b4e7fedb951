package io.projectexport.xero.accounting;

import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When it is too late to create a job, because by then another run may take this one for dead. */
record Deadline(Instant at, Clock clock) {

    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /**
     * To be called right before a job is created.
     *
     * @throws io.projectexport.export.accounting.ExportFailure when it is too late
     */
    void check() {
        if (clock.instant().isAfter(at)) {
            throw ExportFailureFactory.unavailable(
                            "Xero took too long over what has to be known before a job is created.",
                            Remedy.LOOK_AND_RETRY,
                            null)
                    .nothingCreated();
        }
    }
}
