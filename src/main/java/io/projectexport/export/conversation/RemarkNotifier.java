package io.projectexport.export.conversation;

/** Port that sends what people wrote about a project; one that is sent again after a doubt carries the same message id. */
public interface RemarkNotifier {

    /** @throws RuntimeException when the mail server did not take it; to be tried again */
    void send(RemarkNotice notice);
}
