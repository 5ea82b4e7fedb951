package io.projectexport.export.rejection;

import io.projectexport.export.gathering.GatheredNotices;
import io.projectexport.export.gathering.GatheredNotices.Together;
import io.projectexport.export.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: makes one mail for each person of the rejections that came together, as by a decision about a whole list. */
@Service
@Transactional
public class CollectRejections {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** With long reasons, more would be cut off by mail programs. */
    private static final int IN_ONE_MAIL = 50;

    private final GatheredNotices gathered;
    private final Outbox outbox;

    CollectRejections(GatheredNotices gathered, Outbox outbox) {
        this.gathered = gathered;
        this.outbox = outbox;
    }

    /** Moves what came together to the outbox, in one transaction, so that no node does it twice; nothing while more is expected. */
    public void collect() {
        gathered.take(QUIET, LONGEST).forEach(this::addMails);
    }

    private void addMails(Together together) {
        List<String> ids = together.noticeIds();
        for (int from = 0; from < ids.size(); from += IN_ONE_MAIL) {
            List<String> some = ids.subList(from, Math.min(from + IN_ONE_MAIL, ids.size()));
            outbox.add(mail(some, together.recipient()));
        }
    }

    /** One alone keeps the id by which it is known as sent. */
    private static Outbox.Mail mail(List<String> noticeIds, String recipient) {
        String id = noticeIds.size() == 1 ? noticeIds.get(0) : "rejections-" + UUID.randomUUID();
        return new Outbox.Mail(id, TellAboutRejections.KIND, null, null, String.join(" ", noticeIds), recipient, 0);
    }
}
