package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.notification.EscalationNotice;
import io.projectexport.export.summary.Summary;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.MailException;

/** What the senders say when the mail server does not simply take the mail. */
@ExtendWith(OutputCaptureExtension.class)
class MailDeliveryTest {

    private static final Map<String, Object> PATIENT = Map.of("spring.mail.properties.mail.smtp.timeout", 20_000);
    private static final Summary SUMMARY = MailSamples.summary(MailSamples.harbourBridge());

    @Test
    void server_that_is_not_there_took_no_mail() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (MailContext context = new MailContext(port)) {
            assertNotTaken(context);
            Health down = context.health();
            assertThat(down.getStatus()).isEqualTo(Status.DOWN);
            assertThat(down.getDetails())
                    .containsEntry("problem", "The mail server cannot be reached.")
                    .containsKey("remedy");
        }
    }

    @Test
    void server_that_lets_this_application_in_is_healthy() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                MailContext context = new MailContext(server.port())) {
            assertThat(context.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EHLO, hang up",
        "EHLO, silence",
        "MAIL, 550 sender refused",
        "MAIL, hang up",
        "RCPT, 550 no such mailbox",
        "RCPT, 452 mailbox full",
        "RCPT, silence",
        "DATA, 451 try later",
        "DATA, hang up",
        "DATA, silence",
        "., 554 content refused",
        "., 452 disk full"
    })
    void mail_that_was_surely_not_taken_is_to_be_sent_again(String command, String answer) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(command, answer));
                MailContext context = new MailContext(server.port())) {
            assertNotTaken(context);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 sender refused, 550 sender refused",
        "RCPT, 550 5.1.1 no such mailbox, 550 5.1.1 no such mailbox",
        "., 554 content refused, 554 content refused",
        "EHLO, hang up, 'the mail server could not be reached, or broke the connection.'"
    })
    void a_notice_that_is_not_taken_is_noted_in_the_servers_words_until_it_goes_out(
            String command, String answer, String words) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(command, answer));
                ScriptedSmtpServer friendly = new ScriptedSmtpServer(Map.of());
                MailContext context = new MailContext(server.port(), PATIENT)) {
            assertThatThrownBy(() -> context.notifier().send(MailSamples.rejection()))
                    .isInstanceOf(MailException.class);
            assertThat(context.undelivered.failed.values()).singleElement().satisfies(mail -> {
                assertThat(mail.sentence())
                        .isEqualTo("The mail about the rejection to sam@example.com was not delivered: " + words);
                assertThat(mail.exportId()).isEqualTo(MailSamples.EXPORT_ID);
            });
            assertThat(context.undelivered.count()).as("it is tried again").isZero();

            context.mailServerIsAt(friendly.port());
            context.notifier().send(MailSamples.rejection());
            assertThat(context.undelivered.failed).isEmpty();
        }
    }

    @Test
    void a_notice_to_an_address_that_no_server_takes_is_given_up_at_once() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                MailContext context = new MailContext(server.port())) {
            context.notifier().send(MailSamples.rejection("P-1", "Dam", "Anna", "No.", "anna@\u0435xample.com"));

            assertThat(server.received()).isEmpty();
            assertThat(context.undelivered.of(MailSamples.EXPORT_ID))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.sentence())
                            .startsWith("The mail about the rejection to anna@\u0435xample.com was not delivered: "
                                    + "the e-mail address "));
        }
    }

    @Test
    void refused_password_took_no_mail() throws IOException {
        Map<String, String> script = Map.of("EHLO", "250-test\r\n250 AUTH PLAIN", "AUTH", "535 wrong password");
        Map<String, Object> login = Map.of(
                "spring.mail.username", "erp",
                "spring.mail.password", "wrong",
                "spring.mail.properties.mail.smtp.auth", true);
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script);
                MailContext context = new MailContext(server.port(), login)) {
            assertNotTaken(context);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtpServer.SILENCE, ScriptedSmtpServer.HANG_UP})
    void summary_in_doubt_counts_as_sent_and_is_logged_without_its_address(String answer, CapturedOutput output)
            throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of(ScriptedSmtpServer.DOT, answer));
                MailContext context = new MailContext(server.port())) {
            assertThatCode(() -> context.summaryMailer().send(SUMMARY)).doesNotThrowAnyException();

            assertThat(server.received()).containsOnlyOnce(ScriptedSmtpServer.DOT);
            assertThat(output).contains("Summary summary-2026-03-30-anna").doesNotContain("anna@example.com");
        }
    }

    @Test
    void escalation_in_doubt_counts_as_sent(CapturedOutput output) throws IOException {
        EscalationNotice notice = new EscalationNotice(
                "escalation-1-2-erik", MailSamples.rejection().export(), "erik@example.com", "Sam Submitter");
        Map<String, String> script = Map.of(ScriptedSmtpServer.DOT, ScriptedSmtpServer.SILENCE);
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script);
                MailContext context = new MailContext(server.port())) {
            assertThatCode(() -> context.notifier().send(notice)).doesNotThrowAnyException();

            assertThat(output)
                    .contains("escalation-1-2-erik may not have arrived")
                    .doesNotContain("erik@example.com");
        }
    }

    @Test
    void rejection_in_doubt_is_to_be_sent_again_under_the_same_id() throws IOException {
        Map<String, String> script = Map.of(ScriptedSmtpServer.DOT, ScriptedSmtpServer.SILENCE);
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script);
                MailContext context = new MailContext(server.port())) {
            assertThatThrownBy(() -> context.notifier().send(MailSamples.rejection()))
                    .isInstanceOf(MailException.class);
            assertThatThrownBy(() -> context.notifier().send(MailSamples.rejection()))
                    .isInstanceOf(MailException.class);

            assertThat(server.received())
                    .filteredOn(line -> line.startsWith("Message-ID:"))
                    .hasSize(2)
                    .containsOnly("Message-ID: <rejection-1-2-submitter@erp.example.com>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtpServer.HANG_UP, "500 no good-bye"})
    void mail_is_sent_when_only_the_good_bye_fails(String answer) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("QUIT", answer));
                MailContext context = new MailContext(server.port())) {
            assertThatCode(() -> context.notifier().send(MailSamples.rejection()))
                    .doesNotThrowAnyException();
            assertThat(server.received()).containsOnlyOnce(ScriptedSmtpServer.DOT);
        }
    }

    @Test
    void message_id_survives_a_server_that_takes_eight_bits() throws IOException {
        Map<String, Object> settings = Map.of("spring.mail.properties.mail.smtp.allow8bitmime", true);
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                MailContext context = new MailContext(server.port(), settings)) {
            context.notifier().send(MailSamples.rejection("P-1", "Brücke", "Zoë", "Straße fehlt"));

            assertThat(server.received())
                    .contains("Message-ID: <rejection-1-2-submitter@erp.example.com>")
                    .anyMatch(line -> line.endsWith("Straße fehlt"));
        }
    }

    private static void assertNotTaken(MailContext context) {
        assertThatThrownBy(() -> context.summaryMailer().send(SUMMARY))
                .isInstanceOf(MailException.class)
                .isNotInstanceOf(DoubtfulDeliveryException.class);
        assertThatThrownBy(() -> context.notifier().send(MailSamples.rejection()))
                .isInstanceOf(MailException.class)
                .isNotInstanceOf(DoubtfulDeliveryException.class);
    }
}
