package io.projectexport.mail;

import org.springframework.mail.MailException;

/** A mail that the server may or may not have taken: it got all of it, and its reply never came. */
final class DoubtfulDeliveryException extends MailException {

    DoubtfulDeliveryException(Throwable cause) {
        super("The mail server got the whole message and did not answer.", cause);
    }
}
