package io.projectexport.export.notification;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import io.projectexport.export.text.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use case: notifies creator and submitter that their project was rejected, and why. */
@Component
@Transactional
public class NotifyAboutRejection {

    private final ProjectExports exports;
    private final People people;
    private final FindRejection rejections;
    private final Notifier notifier;
    private final SentNotices sent;

    public NotifyAboutRejection(
            ProjectExports exports, People people, FindRejection rejections, Notifier notifier, SentNotices sent) {
        this.exports = exports;
        this.people = people;
        this.rejections = rejections;
        this.notifier = notifier;
        this.sent = sent;
    }

    /** Who hears of a rejection. */
    public enum Recipient {
        CREATOR,
        SUBMITTER
    }

    /** Those with an e-mail address; the submitter alone when both have the same. */
    public List<Recipient> recipients(UUID exportId) {
        Submission submission = export(exportId).submission();
        String creator = submission.creatorEmail();
        String submitter = people.person(submission.submitter()).email();
        if (submitter == null) {
            return creator == null ? List.of() : List.of(Recipient.CREATOR);
        }
        return creator == null || EmailAddress.same(creator, submitter)
                ? List.of(Recipient.SUBMITTER)
                : List.of(Recipient.CREATOR, Recipient.SUBMITTER);
    }

    /**
     * Tells one recipient about the rejection of one round, unless that was done before.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void tell(UUID exportId, int round, Recipient recipient) {
        String id =
                "rejection-%s-%d-%s".formatted(exportId, round, recipient.name().toLowerCase(Locale.ROOT));
        sent.sendOnce(id, () -> notifier.send(notice(id, export(exportId), round, recipient)));
    }

    private RejectionNotice notice(String id, ProjectExport export, int round, Recipient recipient) {
        Rejection rejection = rejections
                .of(export.id(), round)
                .orElseThrow(() -> ActionRefused.conflict("Round " + round + " was not rejected."));
        return new RejectionNotice(id, export, address(export, recipient), round, rejection.by(), rejection.reason());
    }

    private String address(ProjectExport export, Recipient recipient) {
        return switch (recipient) {
            case CREATOR -> export.submission().creatorEmail();
            case SUBMITTER -> people.person(export.submission().submitter()).email();
        };
    }

    private ProjectExport export(UUID exportId) {
        return exports.find(exportId).orElseThrow(ActionRefused::notFound);
    }
}
