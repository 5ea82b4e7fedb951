package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out an approver's choice between several jobs of one name, because nobody else can know which is the project's. */
@Component
public class JobChooser {

    private final ExportAttempts attempts;
    private final ProjectExports exports;
    private final ApprovalFingerprint fingerprint;

    public JobChooser(ExportAttempts attempts, ProjectExports exports, ApprovalFingerprint fingerprint) {
        this.attempts = attempts;
        this.exports = exports;
        this.fingerprint = fingerprint;
    }

    /** The jobs to choose from; empty when there is nothing to choose. */
    public List<FoundJob> of(UUID exportId) {
        return attempts.last(exportId).map(ExportAttempt::lookup).map(LookupResult::found).stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * Carries out a choice.
     *
     * @return the choice in words for the history; null when none was made
     * @throws ActionRefused when it is none of those there are
     */
    String carryOut(JobChoice choice, ProjectExport export) {
        if (choice.linkTo() != null) {
            return link(choice.linkTo(), export);
        }
        return choice.createNew() ? createNew(export) : null;
    }

    /**
     * Carries out a choice at review, between jobs that were found before anybody decided; the export asks Xero for a linked one once more.
     *
     * @param accepted the project as it is accepted
     * @return the choice in words for the history; null when none was made
     * @throws ActionRefused when it is none of those there are
     */
    public String carryOutAtReview(JobChoice choice, ProjectExport accepted, List<FoundJob> found) {
        if (choice.linkTo() != null) {
            FoundJob chosen = chosen(choice.linkTo(), found, accepted, "Accept");
            ApprovedJob approved = approved(accepted);
            store(Optional.of(attemptFor(approved).linkedUnconfirmed(approved, chosen)));
            return "Link to job " + choice.linkTo();
        }
        return choice.createNew() ? createNewAtReview(accepted, found) : null;
    }

    /** A call without an answer stays one: it is looked into before anything is created. */
    private String createNewAtReview(ProjectExport accepted, List<FoundJob> found) {
        if (found.isEmpty()) {
            throw ActionRefused.invalid("createNew", nothingToChoose("Accept"));
        }
        ApprovedJob approved = approved(accepted);
        ExportAttempt attempt = attemptFor(approved);
        boolean isItsJobAmongThem = found.stream().map(FoundJob::job).anyMatch(job -> job.equals(attempt.job()));
        ExportAttempt next = isItsJobAmongThem ? attempt.startedAnew(approved) : attempt;
        store(Optional.of(next.dismissing(found)));
        return "Create a new job, none of " + ids(found);
    }

    /** One that may have or has a job goes on, so that nothing is forgotten. */
    private ExportAttempt attemptFor(ApprovedJob approved) {
        return attempts.last(approved.exportId())
                .map(last -> switch (last.state()) {
                    case UNKNOWN, CREATED -> last;
                    case NOT_CREATED, REFUSED -> last.isFor(approved) ? last : last.next(approved);
                })
                .orElseGet(() -> ExportAttempt.first(approved));
    }

    private String link(String jobId, ProjectExport export) {
        XeroJob chosen = chosen(jobId, of(export.id()), export, "Retry").job();
        store(attempts.last(export.id()).map(attempt -> attempt.linked(approved(export), chosen)));
        return "Link to job " + jobId;
    }

    private FoundJob chosen(String jobId, List<FoundJob> found, ProjectExport export, String otherwise) {
        FoundJob chosen = found.stream()
                .filter(job -> job.job().id().equals(jobId))
                .findFirst()
                .orElseThrow(() -> ActionRefused.invalid("linkTo", notFound(jobId, found, otherwise)));
        ownerOf(jobId, export).ifPresent(owner -> {
            throw ActionRefused.conflict(
                    "linkTo",
                    "Nothing was changed: job %s is the one of project %s already. Choose another one, or reject one of the two projects."
                            .formatted(jobId, owner.project().number()));
        });
        return chosen;
    }

    /** The other project that has this job; one that was given up has none. */
    private Optional<ProjectExport> ownerOf(String jobId, ProjectExport export) {
        return attempts.withJob(jobId).stream()
                .filter(id -> !id.equals(export.id()))
                .flatMap(id -> exports.find(id).stream())
                .filter(other -> other.status() != ExportStatus.WITHDRAWN)
                .findFirst();
    }

    private String createNew(ProjectExport export) {
        List<FoundJob> found = of(export.id());
        if (found.isEmpty()) {
            throw ActionRefused.invalid("createNew", nothingToChoose("Retry"));
        }
        store(attempts.last(export.id()).map(attempt -> attempt.startedAnew(approved(export))));
        return "Create a new job, none of " + ids(found);
    }

    private void store(Optional<ExportAttempt> chosen) {
        chosen.flatMap(attempts::storeWithCaller)
                .orElseThrow(() -> ActionRefused.conflict(
                        "Nothing was changed: this project's export changed at the same moment; look at it again."));
    }

    private ApprovedJob approved(ProjectExport export) {
        try {
            return fingerprint.approved(export);
        } catch (ExportFailure changed) {
            throw ActionRefused.conflict(changed.getMessage());
        }
    }

    private static String nothingToChoose(String otherwise) {
        return "There is nothing to choose, because no job of this name was found. %s without it.".formatted(otherwise);
    }

    private static String notFound(String jobId, List<FoundJob> found, String otherwise) {
        return found.isEmpty()
                ? "There is nothing to link to, because no job of this name was found. %s without it."
                        .formatted(otherwise)
                : "Job %s is none of those that were found: choose %s.".formatted(jobId, ids(found));
    }

    private static String ids(List<FoundJob> found) {
        return found.stream().map(job -> job.job().id()).collect(Collectors.joining(" or "));
    }
}
