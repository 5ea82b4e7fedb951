package io.projectexport.export.diagnostics;

import java.util.Optional;

/** Port that sends somebody a mail which says that mails arrive. */
public interface TestMailer {

    /**
     * Sends one.
     *
     * @param noticeId the same for each try to send it
     * @param recipient e-mail address
     * @return why it did not go out, in the mail server's words; empty where it did
     */
    Optional<String> sendTest(String noticeId, String recipient);
}
