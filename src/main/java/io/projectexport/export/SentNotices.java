package io.projectexport.export;

/** Which notices went out; each method commits on its own, because a mail cannot be taken back with a transaction. */
public interface SentNotices {

    boolean contains(String noticeId);

    void add(String noticeId);
}
