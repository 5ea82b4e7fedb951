package io.projectexport.mail;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Why a mail did not go out, for people: in the mail server's words where it said something, in one line of bounded length. */
final class ServerWords {

    private static final int LONGEST = 300;

    private ServerWords() {}

    static String of(MailException failure) {
        return causes(failure)
                .filter(ServerWords::isReply)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .map(ServerWords::line)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> ours(failure));
    }

    private static String ours(MailException failure) {
        if (failure instanceof DoubtfulDeliveryException) {
            return "the mail server got it and did not answer.";
        }
        return failure instanceof MailAuthenticationException
                ? "the mail server did not accept this application's login."
                : "the mail server could not be reached, or broke the connection.";
    }

    /** The failures of a mail, each with those behind it: its recipient's is behind that of the mail as a whole. */
    private static Stream<Throwable> causes(MailException failure) {
        Stream<? extends Throwable> first = failure instanceof MailSendException sending
                ? Arrays.stream(sending.getMessageExceptions())
                : Stream.of(failure);
        return first.flatMap(each -> Stream.iterate((Throwable) each, Objects::nonNull, ServerWords::next)
                .limit(20));
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }

    private static boolean isReply(Throwable failure) {
        return failure instanceof SMTPAddressFailedException
                || failure instanceof SMTPSendFailedException
                || failure instanceof SMTPSenderFailedException;
    }

    private static String line(String words) {
        String line = words.replaceAll("[\\p{Cc}\\p{Z}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
