package io.projectexport.export.outbox;

import io.projectexport.export.notification.SentNotices;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Use case: sends the mails of the outbox, each from one node at a time, outside of any transaction.
 *
 * <p>A mail is claimed for longer than a mail server may take. When the node dies meanwhile, any node sends it after that, unless it went
 * out. What the mail server does not take is tried again, less and less often, for two days.
 */
@Service
public class SendOutbox {

    /** The first is longer than a mail takes whose server answers each word at the last moment. */
    private static final List<Duration> PAUSES = Stream.of(
                    150, 300, 600, 1200, 2400, 3600, 7200, 14400, 28800, 43200, 86400)
            .map(Duration::ofSeconds)
            .toList();

    private final Outbox outbox;
    private final List<OutboxSender> senders;
    private final SentNotices sent;

    public SendOutbox(Outbox outbox, List<OutboxSender> senders, SentNotices sent) {
        this.outbox = outbox;
        this.senders = senders;
        this.sent = sent;
    }

    /**
     * Sends the one that waits longest.
     *
     * @return whether there was one, so that there may be more
     * @throws RuntimeException when the mail server did not take it; it is tried again by itself, and others before it
     */
    public boolean next() {
        List<Outbox.Mail> due = outbox.due(1);
        due.forEach(mail -> {
            if (outbox.claim(mail, pauseAfter(mail))) {
                send(mail, senderOf(mail));
            }
        });
        return !due.isEmpty();
    }

    /** A node that died in the last try leaves one more. */
    private static Duration pauseAfter(Outbox.Mail mail) {
        return PAUSES.get(Math.min(mail.tries(), PAUSES.size() - 1));
    }

    /** What a later version stored stays there, for a node of that version. */
    private OutboxSender senderOf(Outbox.Mail mail) {
        return senders.stream()
                .filter(sender -> sender.kinds().contains(mail.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody sends mails of the kind " + mail.kind()));
    }

    private void send(Outbox.Mail mail, OutboxSender sender) {
        try {
            sent.sendOnce(mail.noticeId(), () -> sender.send(mail));
        } catch (RuntimeException failure) {
            if (mail.tries() + 1 >= PAUSES.size()) {
                sender.givenUp(mail);
                outbox.remove(mail.noticeId());
            }
            throw failure;
        }
        outbox.remove(mail.noticeId());
    }
}
