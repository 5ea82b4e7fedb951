package io.projectexport.faults;

import static io.projectexport.export.project.ExportStatus.EXPORTING;
import static io.projectexport.export.project.ExportStatus.FAILED_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.READY_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.SYNCED;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.sandbox.SandboxProject;
import io.projectexport.sandbox.SandboxXero;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is true of every project export, whatever went wrong. */
final class Invariants {

    /** Where the engine may stand in each status. */
    private static final Map<ExportStatus, Set<String>> POSITIONS = Map.of(
            READY_TO_EXPORT, Set.of("userTask_reviewProject"),
            EXPORTING, Set.of("serviceTask_createXeroJob", "event_waitForXero"),
            FAILED_TO_EXPORT, Set.of("userTask_resolveFailedExport"),
            SYNCED, Set.of("serviceTask_notifyAboutXeroJob", "endEvent_synced"));

    private final List<String> violations = new ArrayList<>();

    /** By the name that they were to have. */
    private final Map<String, List<SandboxProject>> jobs;

    private Invariants(SandboxXero xero) {
        jobs = xero.projects().all().stream().collect(Collectors.groupingBy(SandboxProject::sentName));
    }

    /** A sentence for each breach; jobs that belong to nothing accepted are one, too. */
    static List<String> violations(Collection<UUID> accepted, List<ExportState> exports, SandboxXero xero) {
        Invariants invariants = new Invariants(xero);
        invariants.check(accepted, exports);
        return invariants.violations;
    }

    private void check(Collection<UUID> accepted, List<ExportState> exports) {
        Set<UUID> known = exports.stream().map(ExportState::id).collect(Collectors.toSet());
        accepted.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> violations.add("Lost: " + id + " was accepted and is not there"));
        exports.forEach(export -> {
            checkEngine(export);
            checkHistory(export);
            checkJobs(export);
            verify(accepted.contains(export.id()), export, "was never submitted and accepted");
            verify(export.status() != READY_TO_EXPORT, export, "was accepted and is not on its way");
        });
        Set<String> names = exports.stream().map(ExportState::jobName).collect(Collectors.toSet());
        jobs.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> violations.add("Nobody accepted the job " + name));
    }

    private void checkEngine(ExportState export) {
        Set<String> positions = POSITIONS.getOrDefault(export.status(), Set.of());
        verify(export.position() != null && positions.contains(export.position()), export, "stands elsewhere");
        verify(export.incidents() == null, export, "has an incident");
        verify(export.status() != EXPORTING || export.jobs() == 1, export, "is moved on by nothing");
        verify(export.status() != FAILED_TO_EXPORT || export.errors().contains("message"), export, "has no text");
    }

    private void checkHistory(ExportState export) {
        List<String> history = export.history();
        int synced = export.status() == SYNCED ? 1 : 0;
        int failed = Collections.frequency(history, "Failed to Export");
        int open = export.status() == FAILED_TO_EXPORT ? 1 : 0;
        boolean isComplete = Collections.frequency(history, "Submitted") == 1
                && Collections.frequency(history, "Accepted") == 1
                && Collections.frequency(history, "Synced") == synced
                && Collections.frequency(history, "Retried") == failed - open
                && history.subList(0, 2).equals(List.of("Submitted", "Accepted"))
                && (synced == 0 || history.get(history.size() - 1).equals("Synced"));
        verify(isComplete, export, "has a history that does not fit");
    }

    private void checkJobs(ExportState export) {
        List<SandboxProject> found = jobs.getOrDefault(export.jobName(), List.of());
        verify(found.size() <= 1, export, "has " + found.size() + " jobs");
        if (export.status() == SYNCED) {
            verify(
                    found.stream().anyMatch(job -> job.id().toString().equals(export.jobId())),
                    export,
                    "is linked to a job that is not its own");
        }
    }

    private void verify(boolean isTrue, ExportState export, String violation) {
        if (!isTrue) {
            violations.add(violation + ": " + export);
        }
    }
}
