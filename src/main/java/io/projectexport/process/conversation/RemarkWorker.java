package io.projectexport.process.conversation;

import io.projectexport.export.conversation.SendRemarks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled worker that sends what people wrote about projects, from whichever node. */
@Component
class RemarkWorker {

    private static final Logger log = LoggerFactory.getLogger(RemarkWorker.class);

    /** After which others that are scheduled have the thread. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final SendRemarks remarks;

    RemarkWorker(SendRemarks remarks) {
        this.remarks = remarks;
    }

    /** Ends with the first mail that is not taken, since others may not be either. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void send() {
        long start = System.nanoTime();
        try {
            while (remarks.next() && System.nanoTime() - start < TURN.toNanos()) {
                // the next mail
            }
        } catch (RuntimeException failure) {
            // without its text, which names addresses
            log.warn(
                    "A mail about a question or an answer did not go out, which is tried again: {}",
                    failure.getClass().getSimpleName());
        }
    }
}
