package io.projectexport.export.exactlyonce;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.ProjectExport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Marks exports whose last call to Xero has an unknown outcome as being checked with Xero, whatever became of the transaction or the
 * process that made the call.
 */
@Component
public class UnknownOutcomes {

    static final String SENTENCE =
            "Checking with Xero whether the job was created, because Xero's answer has not arrived.";

    /** Most calls are answered within it, and need no word. */
    private static final Duration USUAL_CALL = Duration.ofSeconds(5);

    private final ExportAttempts attempts;

    public UnknownOutcomes(ExportAttempts attempts) {
        this.attempts = attempts;
    }

    public ProjectExport markUnanswered(ProjectExport export) {
        return markUnanswered(List.of(export)).get(0);
    }

    public List<ProjectExport> markUnanswered(List<ProjectExport> exports) {
        Set<UUID> exporting = exports.stream()
                .filter(export -> export.status() == ExportStatus.EXPORTING)
                .map(ProjectExport::id)
                .collect(Collectors.toSet());
        Set<UUID> unanswered = exporting.isEmpty() ? Set.of() : attempts.unanswered(exporting, USUAL_CALL);
        return exports.stream()
                .map(export -> unanswered.contains(export.id()) ? marked(export) : export)
                .toList();
    }

    private static ProjectExport marked(ProjectExport export) {
        Outcome outcome = export.outcome();
        boolean waitsForMore =
                outcome.waitingFor() != null && !outcome.waitingFor().equals(SENTENCE);
        return export.waiting(outcome.waitingUntil(), waitsForMore ? SENTENCE + " " + outcome.waitingFor() : SENTENCE);
    }
}
