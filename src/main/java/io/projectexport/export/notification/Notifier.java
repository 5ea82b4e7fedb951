package io.projectexport.export.notification;

/**
 * Port that sends notices to people; a notice that is sent again after a doubt carries the same message id.
 *
 * <p>Each method throws a {@link RuntimeException} when the mail server did not take it; to be tried again.
 */
public interface Notifier {

    void send(RejectionNotice notice);

    void send(XeroJobNotice notice);

    void send(ResubmissionNotice notice);

    void send(EscalationNotice notice);
}
