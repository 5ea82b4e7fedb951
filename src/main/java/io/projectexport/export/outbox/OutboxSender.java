package io.projectexport.export.outbox;

import java.util.Set;

/** Port that sends the mails of some kinds out of the outbox; one that is sent again after a doubt carries the same message id. */
public interface OutboxSender {

    /** Names of the kinds, which are stored, so that they are frozen. */
    Set<String> kinds();

    /**
     * Sends one, unless what it tells is over.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    void send(Outbox.Mail mail);

    /** After the last try. */
    void givenUp(Outbox.Mail mail);
}
