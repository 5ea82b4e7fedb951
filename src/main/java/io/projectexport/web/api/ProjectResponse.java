package io.projectexport.web.api;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.text.DisplayFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Response body for one project export: flat, and null where nothing is known.
 *
 * @param submitter login
 * @param decidedBy login
 * @param xeroPreview what was or will be created in Xero, one "label: value" a line
 * @param waitingUntil when a waiting export goes on
 */
record ProjectResponse(
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

    static ProjectResponse of(ProjectExport export, String xeroPreview, DisplayFormat format) {
        Submission submission = export.submission();
        Project project = export.project();
        Outcome outcome = export.outcome();
        return new ProjectResponse(
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
                export.further().isOpen() ? export.further().inWords() : outcome.waitingFor());
    }

    private static <T, R> R orNull(T value, Function<T, R> part) {
        return value == null ? null : part.apply(value);
    }
}
