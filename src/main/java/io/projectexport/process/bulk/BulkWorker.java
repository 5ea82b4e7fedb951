package io.projectexport.process.bulk;

import io.projectexport.export.bulk.WorkOff;
import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final OutageReports outages;

    BulkWorker(List<WorkOff<?>> kinds, OutageReports outages) {
        this.kinds = kinds;
        this.outages = outages;
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

    private boolean next(WorkOff<?> kind) {
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

    private void report(RuntimeException failure) {
        if (!outages.counts(failure, Work.BACKGROUND)) {
            log.error("What was sent at once is gone on with in a moment: {}", failure.getMessage(), failure);
        }
    }
}
