package io.projectexport.export.notification;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use case: notifies approvers who want it that a project came back, as long as they can decide about it. */
@Component
@Transactional
public class NotifyAboutResubmission {

    private final ProjectExports exports;
    private final People people;
    private final ActionRules rules;
    private final ChooseMails chooseMails;
    private final FindRejection rejections;
    private final Notifier notifier;
    private final SentNotices sent;

    public NotifyAboutResubmission(
            ProjectExports exports,
            People people,
            ActionRules rules,
            ChooseMails chooseMails,
            FindRejection rejections,
            Notifier notifier,
            SentNotices sent) {
        this.exports = exports;
        this.people = people;
        this.rules = rules;
        this.chooseMails = chooseMails;
        this.rejections = rejections;
        this.notifier = notifier;
        this.sent = sent;
    }

    /** Logins of those who are to hear of it; nobody when somebody decided or took the project back meanwhile. */
    public List<String> readers(UUID exportId) {
        return readers(export(exportId), people.approvers()).stream()
                .map(Person::userId)
                .toList();
    }

    /**
     * Tells one person, unless that was done before in this round or the person is no reader any more.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void tell(UUID exportId, String userId) {
        ProjectExport export = export(exportId);
        String id =
                "resubmission-%s-%d-%s".formatted(exportId, export.submission().round(), userId);
        readers(export, List.of(people.person(userId)))
                .forEach(reader -> sent.sendOnce(id, () -> notifier.send(notice(id, export, reader))));
    }

    private List<Person> readers(ProjectExport export, List<Person> people) {
        return chooseMails.wanting(OptionalMail.RESUBMISSION, people).stream()
                .filter(person -> person.getsMail() && export.submission().round() > 1)
                .filter(person -> rules.allowed(export, person).contains(Action.ACCEPT))
                .toList();
    }

    private ResubmissionNotice notice(String id, ProjectExport export, Person reader) {
        int before = export.submission().round() - 1;
        return new ResubmissionNotice(
                id,
                export,
                reader.email(),
                resubmittedBy(export),
                rejections.of(export.id(), before).orElse(null));
    }

    private String resubmittedBy(ProjectExport export) {
        return exports.history(export.id()).stream()
                .filter(step -> step.is(HistoryStep.RESUBMITTED)
                        && step.round() == export.submission().round())
                .map(step -> people.person(step.who()).name())
                .findFirst()
                .orElse(HistoryEntry.SYSTEM);
    }

    private ProjectExport export(UUID exportId) {
        return exports.find(exportId).orElseThrow(ActionRefused::notFound);
    }
}
