package io.projectexport.export.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Port to the outbox: mails that are to be sent, kept until they are. */
public interface Outbox {

    /**
     * A mail for one person.
     *
     * @param noticeId the same for each try to send it
     * @param kind one of those that an {@link OutboxSender} sends
     * @param exportId null unless it is about one project
     * @param writtenBy login of whoever wrote the content; null for the tool itself
     * @param content what it is about, in the form that its sender knows
     * @param recipient e-mail address or login, as its sender knows it
     * @param tries how often it was claimed before
     */
    record Mail(
            String noticeId,
            String kind,
            UUID exportId,
            String writtenBy,
            String content,
            String recipient,
            int tries) {}

    /** Stores one within the transaction that runs. */
    void add(Mail mail);

    /** Those whose time has come, the longest waiting first. */
    List<Mail> due(int limit);

    /**
     * Takes one to send it; it is due again after the pause, unless it is removed by then.
     *
     * @return whether this caller, of several on whichever nodes, is to send it
     */
    boolean claim(Mail mail, Duration pause);

    void remove(String noticeId);
}
