package io.projectexport.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.projectexport.export.text.EmailAddress;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns mails into messages of the Internet. */
@Component
final class MessageWriter {

    private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final InternetAddress from;
    private final MailLinks links;

    MessageWriter(@Value("${mail.from}") String from, MailLinks links) {
        this.from = sender(from);
        this.links = links;
    }

    /**
     * A message to be sent.
     *
     * @throws EmailAddress.Unusable when no server takes the recipient's address
     */
    OutgoingMessage write(Mail mail, Session session) throws MessagingException {
        OutgoingMessage message = new OutgoingMessage(session, messageId(mail));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, recipient(mail));
        // a line break would start a header of the writer's choice
        message.setSubject(LINE_BREAKING.matcher(mail.subject()).replaceAll(" "), UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        // the last form is the one that mail programs prefer
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        return message;
    }

    private static InternetAddress recipient(Mail mail) {
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(EmailAddress.parse(mail.recipient()).sent());
        return recipient;
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            sender.setAddress(ascii(sender.getAddress()));
            sender.setPersonal(sender.getPersonal(), UTF_8.name());
            return sender;
        } catch (AddressException | EmailAddress.Unusable | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("MAIL_FROM must be an e-mail address, and is " + from, e);
        }
    }

    /** A sender may be known within a network alone, as {@code erp@mailhost}. */
    private static String ascii(String address) {
        return address.chars().allMatch(c -> c < 128)
                ? address
                : EmailAddress.parse(address).sent();
    }

    private String messageId(Mail mail) {
        return "<%s@%s>".formatted(URLEncoder.encode(mail.id(), UTF_8), links.host());
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }
}
