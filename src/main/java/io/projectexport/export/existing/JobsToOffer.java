package io.projectexport.export.existing;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The jobs that a review offers to link to, as they were found last in the organisation that is connected; it makes no call. */
@Component
public class JobsToOffer {

    private final Accounting accounting;
    private final ExistingJobs existing;

    public JobsToOffer(Accounting accounting, ExistingJobs existing) {
        this.accounting = accounting;
        this.existing = existing;
    }

    /** Empty for what does not wait for a review. */
    public List<FoundJob> of(ProjectExport export) {
        int round = export.submission().round();
        return waits(export)
                ? accounting
                        .organisation()
                        .map(organisation -> existing.of(export.id(), round, organisation))
                        .orElse(List.of())
                : List.of();
    }

    /** Those of them that have some. */
    public Set<UUID> among(List<ProjectExport> exports) {
        Set<UUID> waiting = exports.stream()
                .filter(JobsToOffer::waits)
                .map(ProjectExport::id)
                .collect(Collectors.toSet());
        return waiting.isEmpty()
                ? Set.of()
                : accounting
                        .organisation()
                        .map(organisation -> existing.found(waiting, organisation))
                        .orElse(Set.of());
    }

    private static boolean waits(ProjectExport export) {
        return export.status() == ExportStatus.READY_TO_EXPORT;
    }
}
