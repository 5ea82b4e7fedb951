package io.projectexport.export.summary;

/** Port that tells approvers of new projects as soon as they came in; one that is sent again after a doubt carries the same message id. */
public interface NewProjectsMailer {

    /**
     * Sends one.
     *
     * @param summary of the new projects only, without any that failed
     * @throws RuntimeException when the mail server did not take it, or that is in doubt; to be tried again
     */
    void sendNew(Summary summary);
}
