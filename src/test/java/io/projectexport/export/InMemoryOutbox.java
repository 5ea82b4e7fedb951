package io.projectexport.export;

import io.projectexport.export.outbox.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Mails in memory; those that were claimed wait until the test makes them due. */
public final class InMemoryOutbox implements Outbox {

    public final List<Mail> due = new ArrayList<>();
    public final List<Mail> claimed = new ArrayList<>();
    public final List<Duration> pauses = new ArrayList<>();

    @Override
    public void add(Mail mail) {
        due.add(mail);
    }

    @Override
    public List<Mail> due(int limit) {
        return due.stream().limit(limit).toList();
    }

    @Override
    public boolean claim(Mail mail, Duration pause) {
        pauses.add(pause);
        claimed.add(new Mail(
                mail.noticeId(),
                mail.kind(),
                mail.exportId(),
                mail.writtenBy(),
                mail.content(),
                mail.recipient(),
                mail.tries() + 1));
        return due.remove(mail);
    }

    @Override
    public void remove(String noticeId) {
        claimed.removeIf(mail -> mail.noticeId().equals(noticeId));
    }

    /** As after the pause. */
    public void makeDue() {
        due.addAll(claimed);
        claimed.clear();
    }
}
