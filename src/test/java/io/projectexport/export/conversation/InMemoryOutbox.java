package io.projectexport.export.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Mails of the conversation in memory; those that were claimed wait until the test makes them due. */
final class InMemoryOutbox implements RemarkOutbox {

    final List<Mail> due = new ArrayList<>();
    final List<Mail> claimed = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();

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
                mail.exportId(),
                mail.kind(),
                mail.writtenBy(),
                mail.text(),
                mail.recipient(),
                mail.tries() + 1));
        return due.remove(mail);
    }

    @Override
    public void remove(String noticeId) {
        claimed.removeIf(mail -> mail.noticeId().equals(noticeId));
    }

    /** As after the pause. */
    void makeDue() {
        due.addAll(claimed);
        claimed.clear();
    }
}
