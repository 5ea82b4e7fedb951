package io.projectexport.export.notification;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Use case: escalates a project that nobody decides about to the ERP administrators. */
@Component
public class EscalateReview {

    private final ProjectExports exports;
    private final People people;
    private final Notifier notifier;
    private final SentNotices sent;
    private final EscalationRecord escalationRecord;

    public EscalateReview(
            ProjectExports exports,
            People people,
            Notifier notifier,
            SentNotices sent,
            EscalationRecord escalationRecord) {
        this.exports = exports;
        this.people = people;
        this.notifier = notifier;
        this.sent = sent;
        this.escalationRecord = escalationRecord;
    }

    /**
     * Tells everybody once in a round, unless the project was decided or taken back in the meantime.
     *
     * @param overdueAt when it had waited too long; a round that began later has not
     * @throws RuntimeException when the mail server did not take every mail; to be tried again. It is the first failure, with those of
     *     other people as suppressed ones.
     */
    public void escalate(UUID exportId, Instant overdueAt) {
        ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
        if (!waitsSince(export, overdueAt)) {
            return;
        }
        List<Person> told = people.erpAdmins().stream().filter(Person::getsMail).toList();
        List<RuntimeException> failures = tell(told, export);
        escalationRecord.add(export, told);
        throwAll(failures);
    }

    // the engine's moments have no more than milliseconds
    private static boolean waitsSince(ProjectExport export, Instant overdueAt) {
        Instant began = export.submission().submittedAt().truncatedTo(ChronoUnit.MILLIS);
        return export.status() == ExportStatus.READY_TO_EXPORT && !began.isAfter(overdueAt);
    }

    /** One broken mailbox does not disturb the others. */
    private List<RuntimeException> tell(List<Person> admins, ProjectExport export) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Person admin : admins) {
            try {
                tell(admin, export);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        return failures;
    }

    private static void throwAll(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private void tell(Person admin, ProjectExport export) {
        String id =
                "escalation-%s-%d-%s".formatted(export.id(), export.submission().round(), admin.userId());
        String submitter = export.submission().submitterName();
        sent.sendOnce(id, () -> notifier.send(new EscalationNotice(id, export, admin.email(), submitter)));
    }
}
