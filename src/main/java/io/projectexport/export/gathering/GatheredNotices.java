package io.projectexport.export.gathering;

import java.time.Duration;
import java.util.List;

/**
 * Port to notices of which those that come together for one person are told in one mail.
 *
 * <p>Each is put in with the transaction of what it tells, so that those of one transaction see each other before the first is sent.
 */
public interface GatheredNotices {

    /**
     * What one person is to be told in one mail.
     *
     * @param recipient e-mail address
     * @param noticeIds the first one first
     */
    record Together(String recipient, List<String> noticeIds) {}

    /** Puts one in within the transaction that runs, unless it is there. */
    void add(String noticeId, String recipient);

    /**
     * Leaves one to be taken out later, with the transaction that runs, if another one came for the same person within a minute of it.
     * Otherwise whoever asks sends it; that stays so for each further try, since the first may have arrived.
     *
     * @return whether it is left; false for one that is not there
     */
    boolean leave(String noticeId);

    /**
     * Takes out what was left, for the transaction that runs, so that of several nodes each gets its own; of each person nothing when that
     * is too early.
     *
     * @param quiet how long nothing may have come
     * @param longest how long the first one may have waited, however many still come
     */
    List<Together> take(Duration quiet, Duration longest);
}
