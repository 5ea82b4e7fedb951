package io.projectexport.export.upload;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.permission.ActionRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Use case: submits the rows of uploads, a few at a time, each like any other project.
 *
 * <p>Every node works at every upload. A row is claimed, submitted and recorded in one transaction, and nobody goes on before the first
 * row that waits, so that rows keep their order and none is submitted twice. When a node dies, its row waits again.
 */
@Service
public class WorkOffUploads {

    /** What a person is kept waiting for in the browser, and what one upload may do before the next one has its turn. */
    private static final int CHUNK = 25;

    /** After which a chunk ends with the row that it is at, however slow the machine is. */
    private static final Duration CHUNK_LASTS = Duration.ofSeconds(3);

    private static final int UPLOADS_AT_ONCE = 20;

    /** Longer than a chunk takes, so that a short file is finished when the person sees the answer. */
    private static final Duration LEFT_TO_THE_REQUEST = Duration.ofSeconds(5);

    private static final String GIVEN_UP =
            "Something went wrong in the application. Submit this row again; if it happens again, tell an administrator the reference %s.";

    /** Long enough for a holiday week; the projects themselves stay for good. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Uploads uploads;
    private final OnBehalf onBehalf;
    private final ApprovalProcess process;
    private final Clock clock;

    public WorkOffUploads(Uploads uploads, OnBehalf onBehalf, ApprovalProcess process, Clock clock) {
        this.uploads = uploads;
        this.onBehalf = onBehalf;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Submits the next rows of every upload, but for those that have just been submitted.
     *
     * @return whether some were submitted, so that there may be more
     */
    public boolean nextOfAll() {
        boolean isAny = false;
        for (Upload upload : uploads.unfinished(clock.instant().minus(LEFT_TO_THE_REQUEST), UPLOADS_AT_ONCE)) {
            isAny |= next(upload);
        }
        return isAny;
    }

    /**
     * Submits the next rows of an upload, as far as nobody else does.
     *
     * @return whether some were submitted
     * @throws RowFailed when something went wrong with a row that is not its fault; it is tried again
     */
    public boolean next(Upload upload) {
        Instant end = clock.instant().plus(CHUNK_LASTS);
        boolean isAny = false;
        for (UploadRow row : uploads.waiting(upload.id(), CHUNK)) {
            if (clock.instant().isAfter(end) || !submit(upload, row)) {
                return isAny;
            }
            isAny = true;
        }
        return isAny;
    }

    private boolean submit(Upload upload, UploadRow row) {
        try {
            return onBehalf.of(
                    upload.owner(),
                    () -> uploads.claim(upload.id(), row) && uploads.record(upload.id(), row.submitted(submit(row))));
        } catch (ActionRefused refused) {
            return uploads.record(upload.id(), row.refused(refused));
        } catch (RuntimeException failure) {
            String reference = "%s/%d".formatted(upload.id(), row.number());
            // while the database is away, this fails as well, and no try is lost
            uploads.record(upload.id(), row.failed(GIVEN_UP.formatted(reference)));
            throw new RowFailed(reference, failure);
        }
    }

    private UUID submit(UploadRow row) {
        if (row.corrects() == null) {
            return process.submit(new HashMap<>(row.fields()));
        }
        process.resubmit(row.corrects(), new HashMap<>(row.fields()));
        return row.corrects();
    }

    /** Deletes what nobody needs any more. */
    public void forgetOld() {
        uploads.deleteDoneBefore(clock.instant().minus(KEPT));
    }
}
