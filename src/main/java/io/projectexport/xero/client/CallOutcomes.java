package io.projectexport.xero.client;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what the outcome of each call says about the connection, in whichever way it is made. */
final class CallOutcomes {

    private static final Logger log = LoggerFactory.getLogger(CallOutcomes.class);

    private final ConnectionBreaks breaks;

    CallOutcomes(ConnectionBreaks breaks) {
        this.breaks = breaks;
    }

    /** @param creating whether the call creates a job */
    <T> T of(Supplier<T> call, boolean creating) {
        try {
            T answer = call.get();
            note(() -> worked(creating));
            return answer;
        } catch (ExportFailure failure) {
            switch (failure.reason()) {
                case NOT_CONNECTED -> note(() -> refused(failure.getMessage()));
                case REFUSED -> note(() -> worked(creating));
                case UNAVAILABLE, RATE_LIMITED, OUTCOME_UNKNOWN -> {
                    // tells nothing about the connection
                }
            }
            throw failure;
        }
    }

    private void worked(boolean creating) {
        // mostly nothing is broken, and then nobody waits for anybody
        if (breaks.wasKnown()) {
            Instant now = breaks.now();
            breaks.change(known -> known.map(broken -> broken.worked(creating, now)));
        }
    }

    private void refused(String why) {
        Instant now = breaks.now();
        breaks.change(known -> Optional.of(ConnectionBreak.refused(known, why, now)));
    }

    /** Never in place of an answer of Xero; the next call tells it again. */
    private static void note(Runnable note) {
        try {
            note.run();
        } catch (RuntimeException failure) {
            log.warn("What a call told about the connection to Xero could not be noted: {}", failure.getMessage());
        }
    }
}
