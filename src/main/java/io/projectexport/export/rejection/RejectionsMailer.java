package io.projectexport.export.rejection;

import io.projectexport.export.notification.RejectionNotice;
import java.util.List;

/** Port that tells one person of several rejections; one that is sent again after a doubt carries the same message id. */
public interface RejectionsMailer {

    /**
     * Sends one.
     *
     * @param id the same for each try to send it
     * @param recipient an e-mail address
     * @param rejections at least two
     * @throws RuntimeException when the mail server did not take it; to be tried again
     */
    void send(String id, String recipient, List<RejectionNotice> rejections);
}
