package io.projectexport.process.upload;

import io.projectexport.export.upload.WorkOffUploads;
import io.projectexport.process.job.EngineDatabaseOutage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled worker that goes on with uploads, whoever began them and on whichever node. */
@Component
class UploadWorker {

    private static final Logger log = LoggerFactory.getLogger(UploadWorker.class);

    /** After which others that are scheduled have the thread. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final WorkOffUploads uploads;

    UploadWorker(WorkOffUploads uploads) {
        this.uploads = uploads;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        long start = System.nanoTime();
        quietly(() -> {
            while (uploads.nextOfAll() && System.nanoTime() - start < TURN.toNanos()) {
                // the next rows
            }
        });
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        quietly(uploads::forgetOld);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            Optional<String> outage = EngineDatabaseOutage.cause(failure);
            if (outage.isPresent()) {
                log.warn("Uploads wait until the database answers: {}", outage.get());
            } else {
                log.error("Uploads are gone on with in a moment: {}", failure.getMessage(), failure);
            }
        }
    }
}
