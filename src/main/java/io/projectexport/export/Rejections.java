package io.projectexport.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why projects were rejected, and who has to hear of it. */
@Component
@Transactional
public class Rejections {

    private final ProjectExports exports;
    private final People people;
    private final Notifier notifier;
    private final SentNotices sent;

    Rejections(ProjectExports exports, People people, Notifier notifier, SentNotices sent) {
        this.exports = exports;
        this.people = people;
        this.notifier = notifier;
        this.sent = sent;
    }

    /**
     * The latest rejection of a project.
     *
     * @param by name of the approver
     */
    public record Rejection(int round, String by, String reason) {}

    /** Who hears of a rejection. */
    public enum Recipient {
        CREATOR,
        SUBMITTER
    }

    public Rejection latest(UUID exportId) {
        List<HistoryEntry> rejections = rejections(exportId);
        return rejection(rejections.get(rejections.size() - 1));
    }

    /** Those with an e-mail address; the submitter alone when both have the same. */
    public List<Recipient> recipients(UUID exportId) {
        Submission submission = export(exportId).submission();
        String creator = submission.creatorEmail();
        String submitter = people.person(submission.submitter()).email();
        if (submitter == null) {
            return creator == null ? List.of() : List.of(Recipient.CREATOR);
        }
        return creator == null || creator.equalsIgnoreCase(submitter)
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
        if (!sent.contains(id)) {
            notifier.send(notice(id, export(exportId), round, recipient));
            sent.add(id);
        }
    }

    /** Empty when that round did not end with a rejection. */
    Optional<Rejection> of(UUID exportId, int round) {
        return rejections(exportId).stream()
                .filter(step -> step.round() == round)
                .map(this::rejection)
                .findFirst();
    }

    private RejectionNotice notice(String id, ProjectExport export, int round, Recipient recipient) {
        Rejection rejection = of(export.id(), round)
                .orElseThrow(() -> ActionRefused.conflict("Round " + round + " was not rejected."));
        return new RejectionNotice(id, export, address(export, recipient), round, rejection.by(), rejection.reason());
    }

    private String address(ProjectExport export, Recipient recipient) {
        return switch (recipient) {
            case CREATOR -> export.submission().creatorEmail();
            case SUBMITTER -> people.person(export.submission().submitter()).email();
        };
    }

    private Rejection rejection(HistoryEntry step) {
        return new Rejection(step.round(), people.person(step.who()).name(), step.comment());
    }

    private List<HistoryEntry> rejections(UUID exportId) {
        return exports.history(exportId).stream()
                .filter(step -> step.is(HistoryStep.REJECTED))
                .toList();
    }

    private ProjectExport export(UUID exportId) {
        return exports.find(exportId).orElseThrow(ActionRefused::notFound);
    }
}
