package io.projectexport.export.diagnostics;

import java.time.Instant;
import java.util.Optional;

/** Port to what became of the last mail that each person sent to oneself. */
public interface TestMails {

    /**
     * The last one of a person.
     *
     * @param endedAt when a mail server took or refused it; null until then
     * @param problem why it did not go out; null otherwise
     */
    record TestMail(String noticeId, Instant askedAt, Instant endedAt, String problem) {

        public boolean isUnderWay() {
            return endedAt == null;
        }
    }

    /** Takes the place of the one before. */
    void asked(String userId, String noticeId);

    /**
     * Notes what became of it, unless another one took its place.
     *
     * @param problem null where it went out
     */
    void ended(String noticeId, String problem);

    Optional<TestMail> find(String userId);
}
