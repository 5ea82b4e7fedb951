package io.projectexport.process.approval;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.JobOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Retries what failed because Xero was not connected, once the connection works again: what was approved for the organisation that is
 * connected, since nobody approved the rest for it. That there is something left to do is stored, so that any node goes on with it.
 */
@Component
class ReconnectedExports {

    private static final Logger log = LoggerFactory.getLogger(ReconnectedExports.class);

    private final ConnectionBreaks breaks;
    private final Accounting accounting;
    private final ProjectExports exports;
    private final OpenTasks tasks;
    private final EngineCall call;
    private final ActingPerson actingPerson;
    private final OutageReports outages;

    ReconnectedExports(
            ConnectionBreaks breaks,
            Accounting accounting,
            ProjectExports exports,
            OpenTasks tasks,
            EngineCall call,
            ActingPerson actingPerson,
            OutageReports outages) {
        this.outages = outages;
        this.breaks = breaks;
        this.accounting = accounting;
        this.exports = exports;
        this.tasks = tasks;
        this.call = call;
        this.actingPerson = actingPerson;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            if (isRecovering() && retryAll() == 0) {
                forget();
            }
        } catch (DataAccessException | TransactionException away) {
            if (!outages.counts(away, Work.BACKGROUND)) {
                log.debug("What waits for Xero could not be read, which is tried again", away);
            }
        }
    }

    private boolean isRecovering() {
        return breaks.find().filter(known -> !known.isBroken()).isPresent();
    }

    /** How many were retried: none where others did it, or nothing is left. */
    private long retryAll() {
        Instant notSince = breaks.now().minus(RetryExport.BY_ITSELF_ONCE_IN);
        List<UUID> failed = accounting
                .organisation()
                .map(connected -> exports.failedWithoutConnection(connected, notSince))
                .orElse(List.of());
        return failed.stream().filter(this::retry).count();
    }

    /** Not once the connection is refused again, which is known before the first one has failed again. */
    private boolean retry(UUID exportId) {
        try {
            return call.run(exportId, () -> {
                boolean goesOn = isRecovering();
                if (goesOn) {
                    actingPerson.asItself(() -> complete(exportId));
                }
                return goesOn;
            });
        } catch (ActionRefused refused) {
            log.info("Project export {} was not retried by itself: {}", exportId, refused.getMessage());
            return false;
        } catch (RuntimeException failure) {
            if (!outages.counts(failure, Work.BACKGROUND)) {
                log.warn("Project export {} could not be retried by itself: {}", exportId, failure.toString());
            }
            return false;
        }
    }

    private void complete(UUID exportId) {
        tasks.complete(
                exportId,
                Action.RETRY,
                Map.of(ProjectExportProcess.JOB_CHOICE.name(), JobOptions.value(JobChoice.NONE)));
    }

    private void forget() {
        Instant now = breaks.now();
        breaks.change(known -> known.filter(recovering -> !recovering.isPast(now)));
    }
}
