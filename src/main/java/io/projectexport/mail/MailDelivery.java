package io.projectexport.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.text.EmailAddress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, and tells one that was surely not taken from one that is in doubt. */
@Component
final class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    private static final int FIRST_NEGATIVE_REPLY = 400;

    private static final String SENT = "sent";
    private static final String NOT_TAKEN = "not_taken";
    private static final String DOUBTFUL = "doubtful";
    private static final String UNUSABLE = "unusable_address";

    private final JavaMailSenderImpl sender;
    private final MessageWriter writer;
    private final MeterRegistry meters;

    MailDelivery(JavaMailSenderImpl sender, MessageWriter writer, ObjectProvider<MeterRegistry> meters) {
        this.sender = sender;
        this.writer = writer;
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
        // from the start on, so that the first of a kind is seen as an increase
        Stream.of(SENT, NOT_TAKEN, DOUBTFUL, UNUSABLE).forEach(this::counter);
    }

    /**
     * Sends one mail, unless no server can ever take its recipient's address: then it is given up at once, since trying again helps nobody.
     *
     * @return what is wrong with the address of a mail that is given up; empty for one that was sent
     * @throws DoubtfulDeliveryException when the server got the whole mail, and whether it took it is unknown
     * @throws org.springframework.mail.MailException any other, when the server surely did not take it: it was not reached, did
     *     not let us in, refused sender, recipient or content, or the connection broke before the end of the mail
     */
    Optional<String> send(Mail mail) {
        try {
            send(message(mail));
            counter(SENT).increment();
            return Optional.empty();
        } catch (MailException failure) {
            counter(failure instanceof DoubtfulDeliveryException ? DOUBTFUL : NOT_TAKEN)
                    .increment();
            throw failure;
        } catch (EmailAddress.Unusable unusable) {
            // without the address, as all that is logged about mails
            counter(UNUSABLE).increment();
            log.warn("Mail {} is given up: its recipient's e-mail address {}", mail.id(), unusable.getMessage());
            return Optional.of(unusable.getMessage());
        }
    }

    /** What keeps mails from the server at this moment; takes as long as the server does. */
    Optional<String> serverProblem() {
        try {
            sender.testConnection();
            return Optional.empty();
        } catch (AuthenticationFailedException refused) {
            return Optional.of("The mail server does not accept this application's login.");
        } catch (MessagingException failure) {
            return Optional.of("The mail server cannot be reached.");
        }
    }

    private Counter counter(String outcome) {
        Metric metric = Metric.MAILS;
        return Counter.builder(metric.id())
                .description(metric.help())
                .tag("outcome", outcome)
                .register(meters);
    }

    private void send(OutgoingMessage message) {
        try {
            sender.send(message);
        } catch (MailSendException failure) {
            // none failed: the mail was taken, only the good-bye went wrong
            if (!failure.getFailedMessages().isEmpty()) {
                throw message.handedOver() && !isRefusal(failure) ? new DoubtfulDeliveryException(failure) : failure;
            }
        }
    }

    private OutgoingMessage message(Mail mail) {
        try {
            return writer.write(mail, sender.createMimeMessage().getSession());
        } catch (MessagingException e) {
            throw new MailPreparationException("Mail %s could not be written".formatted(mail.id()), e);
        }
    }

    // without a reply, as after a dropped connection, the code is -1
    private static boolean isRefusal(MailSendException failure) {
        return Arrays.stream(failure.getMessageExceptions())
                .anyMatch(
                        e -> e instanceof SMTPSendFailedException smtp && smtp.getReturnCode() >= FIRST_NEGATIVE_REPLY);
    }
}
