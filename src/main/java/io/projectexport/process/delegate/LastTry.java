package io.projectexport.process.delegate;

import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.process.engine.CurrentJob;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has somebody see what fails on the last of its tries, after which the engine has an incident and nobody is told. */
@Component
class LastTry {

    private final UndeliveredMails undelivered;

    LastTry(UndeliveredMails undelivered) {
        this.undelivered = undelivered;
    }

    void watch(UUID exportId, Runnable mailing) {
        try {
            mailing.run();
        } catch (RuntimeException failure) {
            if (CurrentJob.isLastTry()) {
                undelivered.giveUp(exportId);
            }
            throw failure;
        }
    }
}
