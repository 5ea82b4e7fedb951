package io.projectexport.export.project;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.XeroJob;
import java.time.Instant;
import java.util.List;

/**
 * How far the export to Xero has come since it was accepted.
 *
 * @param job null until the job exists and is linked
 * @param errors empty unless the export failed
 * @param failedFor null unless the export failed
 * @param waitingUntil when the export goes on; null unless it waits
 * @param waitingFor why it waits, in words for people; null unless it waits or checks
 */
public record Outcome(
        XeroJob job,
        List<ExportError> errors,
        ExportFailure.Reason failedFor,
        Instant waitingUntil,
        String waitingFor) {

    public static final Outcome NONE = new Outcome(null, List.of(), null, null, null);

    public Outcome {
        errors = List.copyOf(errors);
    }

    static Outcome linked(XeroJob job) {
        return new Outcome(job, List.of(), null, null, null);
    }

    static Outcome failed(ExportFailure failure) {
        return new Outcome(null, failure.errors(), failure.reason(), null, null);
    }

    static Outcome waiting(Instant until, String reason) {
        return new Outcome(null, List.of(), null, until, reason);
    }
}
