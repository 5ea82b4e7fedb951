package io.projectexport.local;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A captured mail as people see it.
 *
 * @param number 1 for the first that arrived
 * @param html null for a mail without such a part
 * @param text null for a mail without such a part
 */
public record ShownMail(
        int number, Instant at, String from, String to, String subject, String messageId, String html, String text) {

    static ShownMail of(int number, StoredMessage stored) {
        MimeMessage message = stored.getMimeMessage();
        try {
            return new ShownMail(
                    number,
                    stored.getReceivedDate().toInstant(),
                    addresses(message.getFrom()),
                    addresses(message.getAllRecipients()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getMessageID(),
                    MailContent.find(message, "text/html"),
                    MailContent.find(message, "text/plain"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String addresses(Address[] addresses) {
        return addresses == null ? "" : InternetAddress.toUnicodeString(addresses);
    }
}
