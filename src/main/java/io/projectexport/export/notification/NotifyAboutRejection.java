package io.projectexport.export.notification;

import io.projectexport.export.gathering.GatheredNotices;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import io.projectexport.export.text.EmailAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: notifies creator and submitter that their project was rejected, and why; who is to hear of several within a short time hears of
 * the first at once and of the others in one mail.
 */
@Component
@Transactional
public class NotifyAboutRejection {

    private final ProjectExports exports;
    private final People people;
    private final FindRejection rejections;
    private final Notifier notifier;
    private final SentNotices sent;
    private final GatheredNotices gathered;

    public NotifyAboutRejection(
            ProjectExports exports,
            People people,
            FindRejection rejections,
            Notifier notifier,
            SentNotices sent,
            GatheredNotices gathered) {
        this.exports = exports;
        this.people = people;
        this.rejections = rejections;
        this.notifier = notifier;
        this.sent = sent;
        this.gathered = gathered;
    }

    /** Who hears of a rejection. */
    public enum Recipient {
        CREATOR,
        SUBMITTER
    }

    /**
     * Stores, within the transaction of the rejection, whom it is to be told, and says who that is: those with an e-mail address; the
     * submitter alone when both have the same.
     */
    public List<Recipient> expect(UUID exportId, int round) {
        Map<Recipient, String> addresses = addresses(export(exportId));
        addresses.forEach(
                (recipient, address) -> gathered.add(new NoticeId(exportId, round, recipient).toString(), address));
        return List.copyOf(addresses.keySet());
    }

    private Map<Recipient, String> addresses(ProjectExport export) {
        Map<Recipient, String> addresses = new EnumMap<>(Recipient.class);
        String creator = address(export, Recipient.CREATOR);
        String submitter = address(export, Recipient.SUBMITTER);
        if (creator != null && !EmailAddress.same(creator, submitter)) {
            addresses.put(Recipient.CREATOR, creator);
        }
        if (submitter != null) {
            addresses.put(Recipient.SUBMITTER, submitter);
        }
        return addresses;
    }

    /**
     * Tells one recipient about the rejection of one round, unless that was done before, or leaves it to the mail about several.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    public void tell(UUID exportId, int round, Recipient recipient) {
        String id = new NoticeId(exportId, round, recipient).toString();
        if (!sent.contains(id) && !gathered.leave(id)) {
            RejectionNotice notice = notice(id);
            if (notice.recipient() != null) {
                notifier.send(notice);
            }
            sent.add(id);
        }
    }

    /** The notice of this id, as it is to be sent now. */
    public RejectionNotice notice(String noticeId) {
        NoticeId id = NoticeId.parse(noticeId);
        ProjectExport export = export(id.exportId());
        Rejection rejection = rejections
                .of(export.id(), id.round())
                .orElseThrow(() -> ActionRefused.conflict("Round " + id.round() + " was not rejected."));
        return new RejectionNotice(
                noticeId, export, address(export, id.recipient()), id.round(), rejection.by(), rejection.reason());
    }

    private String address(ProjectExport export, Recipient recipient) {
        return switch (recipient) {
            case CREATOR -> ofCreator(export.submission());
            case SUBMITTER -> people.person(export.submission().submitter()).email();
        };
    }

    /** Whoever is deactivated gets nothing, as creator neither. */
    private String ofCreator(Submission submission) {
        String email = submission.creatorEmail();
        boolean isOfSubmitter = people.person(submission.submitter()).hasEmail(email);
        return email != null && (isOfSubmitter || people.takesMail(email)) ? email : null;
    }

    private ProjectExport export(UUID exportId) {
        return exports.find(exportId).orElseThrow(ActionRefused::notFound);
    }

    /** Which rejection is told to whom; its text is stored, so that it is frozen. */
    private record NoticeId(UUID exportId, int round, Recipient recipient) {

        private static final Pattern TEXT = Pattern.compile("rejection-(.{36})-(\\d+)-(\\w+)");

        static NoticeId parse(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("No notice of a rejection: " + text);
            }
            return new NoticeId(
                    UUID.fromString(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Recipient.valueOf(parts.group(3).toUpperCase(Locale.ROOT)));
        }

        @Override
        public String toString() {
            return "rejection-%s-%d-%s"
                    .formatted(exportId, round, recipient.name().toLowerCase(Locale.ROOT));
        }
    }
}
