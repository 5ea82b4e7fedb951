package io.projectexport.export;

/** Tells people of a project that nobody decides about. */
public interface EscalationMailer {

    /**
     * Tells one recipient; in doubt it counts as told.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    void send(EscalationNotice notice);
}
