package io.projectexport.export.conversation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Port to the outbox of the conversation: mails that are to be sent, kept until they are. */
public interface RemarkOutbox {

    /**
     * A mail for one person.
     *
     * @param noticeId the same for each try to send it
     * @param writtenBy login
     * @param tries how often it was claimed before
     */
    record Mail(
            String noticeId,
            UUID exportId,
            Contribution kind,
            String writtenBy,
            String text,
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
