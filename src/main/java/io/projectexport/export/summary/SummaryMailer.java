package io.projectexport.export.summary;

/** Port that sends summaries. */
public interface SummaryMailer {

    /**
     * Sends one; when it is in doubt whether the mail server took it, it counts as sent.
     *
     * @throws RuntimeException when the mail server surely did not take it
     */
    void send(Summary summary);
}
