package io.projectexport.export.notification;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.GroupIds;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes an escalation into the project's history, in a transaction of its own, so that it stays whatever becomes of mails that are tried
 * again.
 */
@Component
public class EscalationRecord {

    private final ProjectExports exports;
    private final Clock clock;

    public EscalationRecord(ProjectExports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    /** Once in a round; the project is only locked now, since a person may decide while a mail server is slow. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(ProjectExport escalated, List<Person> told) {
        int round = escalated.submission().round();
        ProjectExport now = exports.lock(escalated.id()).orElseThrow(ActionRefused::notFound);
        boolean isKept = exports.history(now.id()).stream()
                .anyMatch(step -> step.is(HistoryStep.ESCALATED) && step.round() == round);
        if (!isKept) {
            exports.update(
                    now,
                    new HistoryEntry(
                            clock.instant(),
                            HistoryEntry.SYSTEM,
                            HistoryStep.ESCALATED.label(),
                            round,
                            comment(told),
                            null,
                            null));
        }
    }

    private static String comment(List<Person> told) {
        return told.isEmpty()
                ? "Nobody in %s has an e-mail address.".formatted(GroupIds.ERP_ADMIN)
                : "To " + told.stream().map(Person::name).collect(Collectors.joining(", ")) + ".";
    }
}
