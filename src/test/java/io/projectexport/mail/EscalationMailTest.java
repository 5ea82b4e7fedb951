package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.notification.EscalationNotice;
import io.projectexport.export.project.ProjectExport;
import org.junit.jupiter.api.Test;

class EscalationMailTest extends MailTest {

    @Test
    void erp_administrator_reads_what_waits_since_when_and_where() throws Exception {
        ReceivedMail mail = send("Harbour Bridge");

        assertThat(mail.message().getSubject()).isEqualTo("Project P-100 \"Harbour Bridge\" waits for a decision");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("erik@example.com");
        assertThat(mail.header("Message-ID")).isEqualTo("<escalation-1-2-erik@erp.example.com>");
        assertThat(mail.text())
                .containsSubsequence(
                        "Submitted by Sam Submitter on 1 Jan 1970, 01:00; nobody has decided",
                        "See that an accounting approver accepts or rejects",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID,
                        "because you are an ERP administrator");
        assertSameContent(mail);
    }

    @Test
    void what_people_wrote_is_shown_as_text() throws Exception {
        ReceivedMail mail = send("1" + SCRIPT);

        assertShownAsText(mail, 1);
    }

    private ReceivedMail send(String projectName) {
        ProjectExport export =
                MailSamples.rejection("P-100", projectName, "Anna", "No.").export();
        return mailOf(mails -> mails.notifier()
                .send(new EscalationNotice("escalation-1-2-erik", export, "erik@example.com", "Sam Submitter")));
    }
}
