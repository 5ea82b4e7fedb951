package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.ResubmissionNotice;
import jakarta.mail.Message.RecipientType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RejectionMailTest extends MailTest {

    @Test
    void rejection_tells_reason_first_then_who_what_next_and_where() throws Exception {
        ReceivedMail mail = send(MailSamples.rejection());

        assertThat(mail.message().getSubject()).isEqualTo("Project P-100 \"Harbour Bridge\" was rejected");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("sam@example.com");
        assertThat(mail.message().getFrom())
                .extracting(Object::toString)
                .containsExactly("ERP Integrations <erp@example.com>");
        assertThat(mail.text())
                .containsSubsequence(
                        "Reason",
                        "The street is missing.",
                        "Please add it.",
                        "Rejected by Anna Approver (round 2)",
                        "Correct the project and resubmit it, or withdraw it",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID,
                        "Sent by Project Export at https://erp.example.com");
    }

    @Test
    void client_and_estimate_stand_below_the_title_as_in_the_daily_summary() throws Exception {
        RejectionNotice notice = MailSamples.rejection();
        ReceivedMail mail = send(new RejectionNotice(
                notice.id(),
                MailSamples.forClient("Harbour Council", "12500.5"),
                notice.recipient(),
                2,
                notice.rejectedBy(),
                notice.reason()));

        assertThat(mail.text()).containsSubsequence("was rejected", "Harbour Council · NZD 12,500.50", "Reason");
        assertSameContent(mail);
    }

    @Test
    void so_they_do_when_it_is_submitted_again() throws Exception {
        ReceivedMail mail = mailOf(mails -> mails.notifier()
                .send(new ResubmissionNotice(
                        "resubmission-1-2-anna",
                        MailSamples.forClient("Harbour Council", "0"),
                        "anna@example.com",
                        "Sam",
                        null)));

        assertThat(mail.text())
                .containsSubsequence("was resubmitted", "Harbour Council · NZD 0.00", "Resubmitted by Sam");
        assertSameContent(mail);
    }

    @Test
    void both_parts_have_the_same_content() throws Exception {
        ReceivedMail mail = send(MailSamples.rejection());

        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
        assertSameContent(mail);
        assertThat(ReceivedMail.urls(mail.html()))
                .containsExactlyInAnyOrder(
                        "https://erp.example.com", "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID);
    }

    @Test
    void what_people_wrote_is_shown_as_text() throws Exception {
        ReceivedMail mail = send(MailSamples.rejection("1" + SCRIPT, "2" + SCRIPT, "3" + SCRIPT, "4" + SCRIPT));

        assertShownAsText(mail, 4);
    }

    @Test
    void unicode_arrives_in_subject_and_parts() throws Exception {
        ReceivedMail mail = send(MailSamples.rejection("Ü-1", "橋 Brücke 🌉", "Zoë", "Straße fehlt – “bitte” ergänzen"));

        assertThat(mail.message().getSubject()).isEqualTo("Project Ü-1 \"橋 Brücke 🌉\" was rejected");
        assertThat(mail.header("Subject")).isASCII();
        assertThat(mail.text()).contains("橋 Brücke 🌉", "Zoë", "Straße fehlt – “bitte” ergänzen");
        assertThat(mail.shownHtml()).contains("橋 Brücke 🌉", "Zoë", "Straße fehlt – “bitte” ergänzen");
    }

    @Test
    void message_id_is_the_notice_and_the_installation() throws Exception {
        ReceivedMail mail = send(MailSamples.rejection());

        assertThat(mail.header("Message-ID")).isEqualTo("<rejection-1-2-submitter@erp.example.com>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nBcc: eve@example.com", "a\nBcc: eve@example.com", "a\r\n\r\nbody", "ü\r\nBcc: eve@x.com"})
    void line_break_in_a_name_starts_no_header(String name) throws Exception {
        ReceivedMail mail = send(MailSamples.rejection("P-1", name, "Anna", "No."));

        assertThat(mail.message().getSubject()).startsWith("Project P-1 \"").endsWith("\" was rejected");
        assertThat(mail.message().getRecipients(RecipientType.BCC)).isNull();
        assertThat(mail.text()).startsWith("Project P-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sam",
                "sam@",
                "a@example.com, b@example.com",
                "a@example.com\r\nBcc: eve@example.com",
                "",
                "anna.@example.com",
                "anna@my_company.com",
                "anna@example.com>",
                "anna@\u0435xample.com",
                "Łukasz@example.com",
                "jörg@example.com"
            })
    void mail_that_no_server_takes_is_given_up_at_once_and_said_once_without_its_address(
            String address, CapturedOutput output) {
        RejectionNotice notice = MailSamples.rejection("P-1", "Bridge", "Anna", "No.", address);

        assertThatCode(() -> context.notifier().send(notice)).doesNotThrowAnyException();

        assertThat(SMTP.getReceivedMessages()).isEmpty();
        assertThat(output.getOut())
                .containsOnlyOnce("Mail rejection-1-2-submitter is given up: its recipient's e-mail address")
                .doesNotContain(
                        "sam@",
                        "eve@",
                        "b@example.com",
                        "anna.@",
                        "my_company",
                        "com>",
                        "\u0435xample",
                        "Łukasz",
                        "jörg");
    }

    @ParameterizedTest
    @CsvSource({
        "anna@bücher.example, anna@xn--bcher-kva.example",
        "anna@пример.рф, anna@xn--e1afmkfd.xn--p1ai",
        "o'brien@EXAMPLE.com, o'brien@example.com",
        "ａｎｎａ@example.com\u200E, anna@example.com"
    })
    void envelope_and_header_name_the_recipient_in_ascii(String address, String sent) throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
                MailContext mails = new MailContext(server.port())) {
            mails.notifier().send(MailSamples.rejection("P-1", "Bridge", "Anna", "No.", address));

            assertThat(server.received()).contains("RCPT TO:<" + sent + ">", "To: " + sent);
        }
    }

    private ReceivedMail send(RejectionNotice notice) {
        return mailOf(mails -> mails.notifier().send(notice));
    }
}
