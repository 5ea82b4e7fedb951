package io.projectexport.export.notification;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use case: notifies submitters who want it that their project has become a job. */
@Component
@Transactional
public class NotifyAboutXeroJob {

    private final ProjectExports exports;
    private final People people;
    private final ChooseMails chooseMails;
    private final Notifier notifier;
    private final SentNotices sent;

    public NotifyAboutXeroJob(
            ProjectExports exports, People people, ChooseMails chooseMails, Notifier notifier, SentNotices sent) {
        this.exports = exports;
        this.people = people;
        this.chooseMails = chooseMails;
        this.notifier = notifier;
        this.sent = sent;
    }

    /** Login of the submitter, where the mail may be wanted; nobody otherwise. */
    public List<String> readers(UUID exportId) {
        Set<String> choosers = chooseMails.choosers(OptionalMail.SYNC);
        return choosers.isEmpty()
                ? List.of()
                : exports.find(exportId)
                        .map(export -> export.submission().submitter())
                        .filter(choosers::contains)
                        .map(List::of)
                        .orElse(List.of());
    }

    /**
     * Tells the submitter, unless that was done before or is not wanted.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void tell(UUID exportId) {
        ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
        Person submitter = people.person(export.submission().submitter());
        String id = "sync-" + exportId;
        if (export.status() == ExportStatus.SYNCED && wants(submitter)) {
            String acceptedBy = people.person(export.decision().by()).name();
            sent.sendOnce(id, () -> notifier.send(new XeroJobNotice(id, export, submitter.email(), acceptedBy)));
        }
    }

    private boolean wants(Person submitter) {
        return submitter.getsMail() && chooseMails.wants(submitter, OptionalMail.SYNC);
    }
}
