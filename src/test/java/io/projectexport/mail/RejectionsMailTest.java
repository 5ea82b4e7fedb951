package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.UndeliveredMails;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several rejections in one mail. */
class RejectionsMailTest extends MailTest {

    private static final String SAM = "sam@example.com";

    @Test
    void every_project_stands_with_number_name_reason_and_link() throws Exception {
        ReceivedMail mail = send(bridge(), hall());

        assertThat(mail.message().getSubject()).isEqualTo("2 projects were rejected");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(SAM);
        assertThat(mail.header("Message-ID")).isEqualTo("<rejections-1@erp.example.com>");
        assertThat(mail.text())
                .containsSubsequence(
                        "2 projects were rejected",
                        "Correct each project and resubmit it, or withdraw it",
                        "https://erp.example.com/jobs?status=REJECTED",
                        "P-100 Harbour Bridge",
                        "The street is missing.",
                        "Please add it.",
                        "Rejected by Anna Approver (round 2)",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID,
                        "P-101 Town Hall",
                        "Harbour Council · NZD 12,500.50",
                        "Too dear.",
                        "Rejected by Ben Ito (round 2)",
                        "You get this mail because you created or submitted these projects.");
        assertSameContent(mail);
    }

    @Test
    void what_people_wrote_is_shown_as_text() throws Exception {
        ReceivedMail mail = send(
                MailSamples.rejection("1" + SCRIPT, "2" + SCRIPT, "3" + SCRIPT, "4" + SCRIPT), MailSamples.rejection());

        assertShownAsText(mail, 4);
    }

    @Test
    void what_the_mail_server_refuses_is_noted_for_each_project_and_forgotten_once_it_is_sent() throws Exception {
        List<RejectionNotice> both = List.of(bridge(), hall());
        try (ServerSocket free = new ServerSocket(0)) {
            int nobody = free.getLocalPort();
            free.close();
            context.mailServerIsAt(nobody);
        }
        assertThatThrownBy(() -> context.rejections().send("rejections-1", SAM, both))
                .isInstanceOf(RuntimeException.class);
        assertThat(context.undelivered.failed.values())
                .extracting(UndeliveredMails.Mail::noticeId)
                .containsExactly("rejection-1-2-submitter", "rejection-2-2-submitter");

        context.mailServerIsAt(SMTP.getSmtp().getPort());
        context.rejections().send("rejections-1", SAM, both);
        assertThat(context.undelivered.failed).isEmpty();
    }

    @Test
    void an_address_that_no_server_takes_is_given_up_for_each_project() {
        context.rejections().send("rejections-1", "jörg@example.com", List.of(bridge(), hall()));

        assertThat(context.undelivered.count()).isEqualTo(2);
        assertThat(context.undelivered.of(MailSamples.EXPORT_ID))
                .extracting(UndeliveredMails.Mail::sentence)
                .allSatisfy(sentence -> assertThat(sentence)
                        .startsWith("The mail about the rejection to jörg@example.com was not delivered"));
    }

    private static RejectionNotice bridge() {
        return MailSamples.rejection();
    }

    private static RejectionNotice hall() {
        RejectionNotice other = MailSamples.rejection("P-101", "Town Hall", "Ben Ito", "Too dear.");
        return new RejectionNotice(
                "rejection-2-2-submitter",
                MailSamples.rejected("P-101", "Town Hall", "Harbour Council", "12500.5"),
                SAM,
                2,
                other.rejectedBy(),
                other.reason());
    }

    private ReceivedMail send(RejectionNotice... rejections) {
        return mailOf(mails -> mails.rejections().send("rejections-1", SAM, List.of(rejections)));
    }
}
