package io.projectexport.export.notification;

import java.util.List;
import java.util.UUID;

/** Port to the notices that did not go out, so that somebody sees those that were given up; every change is committed at once. */
public interface UndeliveredMails {

    /**
     * A notice that did not go out.
     *
     * @param about what it tells, as "the rejection"
     * @param why in the mail server's words, where it said something
     */
    record Mail(String noticeId, UUID exportId, String about, String recipient, String why) {

        /** For people. */
        public String sentence() {
            return "The mail about %s to %s was not delivered: %s".formatted(about, recipient, why);
        }
    }

    /** @param givenUp whether nobody tries again */
    void failed(Mail mail, boolean givenUp);

    /** After a notice went out, maybe all the same. */
    void delivered(String noticeId);

    /** After the last try: of this project export, nothing that failed is tried again by itself. */
    void giveUp(UUID exportId);

    /** Those of one project export that were given up, the first one first. */
    List<Mail> of(UUID exportId);

    /** How many were given up within the last two weeks. */
    long count();
}
