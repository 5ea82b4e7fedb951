package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
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
    private final ApprovalFingerprint fingerprint;

    public JobChooser(ExportAttempts attempts, ApprovalFingerprint fingerprint) {
        this.attempts = attempts;
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

    private String link(String jobId, ProjectExport export) {
        XeroJob chosen = of(export.id()).stream()
                .map(FoundJob::job)
                .filter(job -> job.id().equals(jobId))
                .findFirst()
                .orElseThrow(() -> ActionRefused.invalid("linkTo", notFound(jobId, export.id())));
        store(attempts.last(export.id()).map(attempt -> attempt.linked(approved(export), chosen)));
        return "Link to job " + jobId;
    }

    private String createNew(ProjectExport export) {
        List<FoundJob> found = of(export.id());
        if (found.isEmpty()) {
            throw ActionRefused.invalid(
                    "createNew",
                    "There is nothing to choose, because no job of this name was found. Retry without it.");
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

    private String notFound(String jobId, UUID exportId) {
        List<FoundJob> found = of(exportId);
        return found.isEmpty()
                ? "There is nothing to link to, because no job of this name was found. Retry without it."
                : "Job %s is none of those that were found: choose %s.".formatted(jobId, ids(found));
    }

    private static String ids(List<FoundJob> found) {
        return found.stream().map(job -> job.job().id()).collect(Collectors.joining(" or "));
    }
}
