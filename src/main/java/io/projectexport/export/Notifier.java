package io.projectexport.export;

/** News for people. */
public interface Notifier {

    /**
     * Tells one recipient about a rejection; sent again after a doubt it carries the same message id.
     *
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    void send(RejectionNotice notice);
}
