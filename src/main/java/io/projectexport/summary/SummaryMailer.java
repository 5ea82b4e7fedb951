package io.projectexport.summary;

/** Sends summaries. */
public interface SummaryMailer {

    /**
     * Sends one.
     *
     * @throws RuntimeException when the mail server did not take it
     */
    void send(Summary summary);
}
