package io.projectexport.export.notification;

/** Port to the record of notices sent; what is added is committed at once, because a mail cannot be taken back with a transaction. */
public interface SentNotices {

    boolean contains(String noticeId);

    void add(String noticeId);

    /**
     * Adds one that is about to be sent, for what is better lost than sent twice.
     *
     * @return whether this caller, of several on whichever nodes, is to send it
     */
    boolean claim(String noticeId);

    /**
     * Sends a notice, unless it went out before.
     *
     * @param send throws a {@link RuntimeException} when the notice did not go out; it can be sent again then
     */
    default void sendOnce(String noticeId, Runnable send) {
        if (!contains(noticeId)) {
            send.run();
            add(noticeId);
        }
    }
}
