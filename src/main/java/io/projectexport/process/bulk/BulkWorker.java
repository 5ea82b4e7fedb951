package io.projectexport.process.bulk;

import io.projectexport.export.bulk.WorkOff;
import io.projectexport.process.job.EngineDatabaseOutage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled worker that goes on with batches of every kind, whoever began them and on whichever node. */
@Component
class BulkWorker {

    private static final Logger log = LoggerFactory.getLogger(BulkWorker.class);

    /** After which others that are scheduled have the thread. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final List<WorkOff<?>> kinds;

    BulkWorker(List<WorkOff<?>> kinds) {
        this.kinds = kinds;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        long start = System.nanoTime();
        List<WorkOff<?>> open = new ArrayList<>(kinds);
        while (!open.isEmpty() && System.nanoTime() - start < TURN.toNanos()) {
            // by turns, so that no kind waits for the end of another one
            open.removeIf(kind -> !next(kind));
        }
    }

    private static boolean next(WorkOff<?> kind) {
        try {
            return kind.nextOfAll();
        } catch (RuntimeException failure) {
            report(failure);
            return false;
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        try {
            kinds.forEach(WorkOff::forgetOld);
        } catch (RuntimeException failure) {
            report(failure);
        }
    }

    private static void report(RuntimeException failure) {
        Optional<String> outage = EngineDatabaseOutage.cause(failure);
        if (outage.isPresent()) {
            log.warn("What was sent at once waits until the database answers: {}", outage.get());
        } else {
            log.error("What was sent at once is gone on with in a moment: {}", failure.getMessage(), failure);
        }
    }
}
