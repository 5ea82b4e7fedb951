package io.projectexport.export.rehearsal;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import java.time.Instant;
import java.util.List;

/**
 * A finished project with what happened to it.
 *
 * @param steps those that changed its status or gave an approval, and escalations; oldest first
 */
public record PastProject(ProjectExport export, List<PastStep> steps) {

    /**
     * One thing that happened.
     *
     * @param bySystem whether no person did it
     * @param failedFor why an export failed; null where it did not, or the release that wrote it did not keep that
     */
    public record PastStep(HistoryStep kind, Instant at, boolean bySystem, ExportFailure.Reason failedFor) {

        /** The status in which it left the project; null where that is the one that it found. */
        public ExportStatus leadsTo() {
            return switch (kind) {
                case SUBMITTED, RESUBMITTED -> ExportStatus.READY_TO_EXPORT;
                case ACCEPTED, RETRIED -> ExportStatus.EXPORTING;
                case SYNCED -> ExportStatus.SYNCED;
                case FAILED_TO_EXPORT -> ExportStatus.FAILED_TO_EXPORT;
                case REJECTED -> ExportStatus.REJECTED;
                case RETRIEVED -> ExportStatus.RETRIEVED;
                case WITHDRAWN -> ExportStatus.WITHDRAWN;
                case APPROVED, MOVED, ESCALATED, QUESTION, ANSWER, NOTE, PUT_BACK -> null;
            };
        }
    }

    public PastProject {
        steps = List.copyOf(steps);
    }

    /** Whether it can be played: it was not ended from outside of its process, and its history is there from the first step. */
    public boolean isTold() {
        List<ExportStatus> statuses = statuses();
        boolean isBegun = !steps.isEmpty() && steps.get(0).kind() == HistoryStep.SUBMITTED;
        boolean isEnded = !statuses.isEmpty() && statuses.get(statuses.size() - 1) == export.status();
        return isBegun && isEnded && !isEndedFromOutside(statuses);
    }

    private List<ExportStatus> statuses() {
        return steps.stream()
                .filter(step -> step.leadsTo() != null)
                .map(PastStep::leadsTo)
                .toList();
    }

    /** By an administrator, or with its process instance: people withdraw only what they can correct. */
    private static boolean isEndedFromOutside(List<ExportStatus> statuses) {
        if (statuses.size() < 2 || statuses.get(statuses.size() - 1) != ExportStatus.WITHDRAWN) {
            return false;
        }
        ExportStatus before = statuses.get(statuses.size() - 2);
        return before != ExportStatus.REJECTED && before != ExportStatus.RETRIEVED;
    }

    /** Whether its fields may have been others in an earlier round. */
    public boolean hasRounds() {
        return export.submission().round() > 1;
    }

    /** Whether an export of it failed for a reason that was not kept. */
    public boolean hasUntoldFailure() {
        return steps.stream().anyMatch(step -> step.kind() == HistoryStep.FAILED_TO_EXPORT && step.failedFor() == null);
    }
}
