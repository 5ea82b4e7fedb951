package io.projectexport.process.outbox;

import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import io.projectexport.export.outbox.SendOutbox;
import io.projectexport.export.rejection.CollectRejections;
import io.projectexport.export.summary.CollectNewProjects;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled worker that fills the outbox with what is told together, and sends what is in it, from whichever node. */
@Component
class OutboxWorker {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

    /** After which others that are scheduled have the thread. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final CollectNewProjects newProjects;
    private final CollectRejections rejections;
    private final SendOutbox outbox;
    private final OutageReports outages;

    OutboxWorker(
            CollectNewProjects newProjects, CollectRejections rejections, SendOutbox outbox, OutageReports outages) {
        this.outages = outages;
        this.newProjects = newProjects;
        this.rejections = rejections;
        this.outbox = outbox;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void work() {
        quietly(newProjects::collect, "New projects were not collected for a mail");
        quietly(rejections::collect, "Rejections were not collected for a mail");
        quietly(this::send, "A mail did not go out");
    }

    /** Ends with the first mail that is not taken, since others may not be either. */
    private void send() {
        long start = System.nanoTime();
        while (outbox.next() && System.nanoTime() - start < TURN.toNanos()) {
            // the next mail
        }
    }

    /** One that fails holds up no other. */
    private void quietly(Runnable work, String failed) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (!outages.counts(failure, Work.BACKGROUND)) {
                // without its text, which names addresses
                log.warn(
                        "{}, which is tried again: {}",
                        failed,
                        failure.getClass().getSimpleName());
            }
        }
    }
}
