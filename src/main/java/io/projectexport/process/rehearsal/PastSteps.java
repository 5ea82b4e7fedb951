package io.projectexport.process.rehearsal;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.rehearsal.PastProject;
import io.projectexport.export.rehearsal.PastProject.PastStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What happened to a project, one thing after the other; how many of them are over is part of the player's state. */
final class PastSteps {

    private static final Set<HistoryStep> APPROVALS = Set.of(HistoryStep.APPROVED);
    private static final Set<HistoryStep> BEFORE_XERO = Set.of(HistoryStep.APPROVED, HistoryStep.RETRIED);

    private final List<PastStep> steps;
    private final boolean isEscalated;

    PastSteps(PastProject project) {
        this.steps = project.steps().stream()
                .filter(step -> step.leadsTo() != null || step.kind() == HistoryStep.APPROVED)
                .toList();
        this.isEscalated = project.steps().stream().anyMatch(step -> step.kind() == HistoryStep.ESCALATED);
    }

    boolean isEscalated() {
        return isEscalated;
    }

    /** Null after the last. */
    PastStep next(int past) {
        return past < steps.size() ? steps.get(past) : null;
    }

    /** The next that decides, whatever was approved besides; null after the last. */
    PastStep nextDecision(int past) {
        return next(without(APPROVALS, past));
    }

    /** The next of Xero's, whatever people did before; null after the last. */
    PastStep nextOfXero(int past) {
        return next(without(BEFORE_XERO, past));
    }

    private int without(Set<HistoryStep> skipped, int past) {
        int index = past;
        while (index < steps.size() && skipped.contains(steps.get(index).kind())) {
            index++;
        }
        return index;
    }

    /** Where the step is that led to this status, if it is the next one; the same as before where it is not. */
    int after(ExportStatus status, int past) {
        boolean isOfXero = status == ExportStatus.SYNCED || status == ExportStatus.FAILED_TO_EXPORT;
        int index = without(isOfXero ? BEFORE_XERO : APPROVALS, past);
        return index < steps.size() && steps.get(index).leadsTo() == status ? index + 1 : past;
    }

    List<PastStep> between(int from, int to) {
        return steps.subList(from, to);
    }

    /** In which round the project was by then. */
    int round(int past) {
        return (int) steps.subList(0, past).stream()
                .filter(step -> step.leadsTo() == ExportStatus.READY_TO_EXPORT)
                .count();
    }

    /** Whether this moment came before the next thing happened. */
    boolean isBeforeNext(int past, Duration wait) {
        PastStep next = next(past);
        Instant since = past == 0 ? null : steps.get(past - 1).at();
        return next != null && since != null && since.plus(wait).isBefore(next.at());
    }
}
