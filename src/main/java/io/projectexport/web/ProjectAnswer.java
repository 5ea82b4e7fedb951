package io.projectexport.web;

import io.projectexport.export.Decision;
import io.projectexport.export.DisplayFormat;
import io.projectexport.export.ExportError;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.Outcome;
import io.projectexport.export.Project;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.Submission;
import io.projectexport.export.XeroJob;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A project export as the API shows it: flat, and null where nothing is known.
 *
 * @param submitter login
 * @param decidedBy login
 * @param xeroPreview what was or will be created in Xero, one "label: value" a line
 * @param waitingUntil when a waiting export goes on
 */
record ProjectAnswer(
        UUID exportId,
        ExportStatus status,
        String projectNumber,
        String projectName,
        String street,
        String city,
        String state,
        String postalCode,
        String country,
        String client,
        BigDecimal estimateAmount,
        LocalDate deadline,
        String creatorEmail,
        String submitter,
        OffsetDateTime submittedAt,
        int round,
        String decidedBy,
        OffsetDateTime decidedAt,
        String xeroJobId,
        String xeroJobUrl,
        String xeroPreview,
        List<ExportError> errors,
        OffsetDateTime waitingUntil,
        String waitingFor) {

    static ProjectAnswer of(ProjectExport export, String xeroPreview, DisplayFormat format) {
        Submission submission = export.submission();
        Project project = export.project();
        Outcome outcome = export.outcome();
        return new ProjectAnswer(
                export.id(),
                export.status(),
                project.number(),
                project.name(),
                project.address().street(),
                project.address().city(),
                project.address().state(),
                project.address().postalCode(),
                project.address().country(),
                project.client(),
                project.estimateAmount(),
                project.deadline(),
                submission.creatorEmail(),
                submission.submitter(),
                format.at(submission.submittedAt()),
                submission.round(),
                orNull(export.decision(), Decision::by),
                format.at(orNull(export.decision(), Decision::at)),
                orNull(outcome.job(), XeroJob::id),
                orNull(outcome.job(), XeroJob::url),
                xeroPreview,
                outcome.errors(),
                format.at(outcome.waitingUntil()),
                outcome.waitingFor());
    }

    private static <T, R> R orNull(T value, Function<T, R> part) {
        return value == null ? null : part.apply(value);
    }
}
