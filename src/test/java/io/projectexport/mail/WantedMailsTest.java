package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.notification.Rejection;
import io.projectexport.export.notification.ResubmissionNotice;
import io.projectexport.export.notification.XeroJobNotice;
import org.junit.jupiter.api.Test;

class WantedMailsTest extends MailTest {

    private static final String PROJECT = "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID;
    private static final String PROFILE = "https://erp.example.com/profile";

    @Test
    void success_tells_who_accepted_and_links_to_the_job_and_the_project() throws Exception {
        ReceivedMail mail = send(MailSamples.sync("P-100", "Harbour Bridge", "Anna Approver"));

        assertThat(mail.message().getSubject()).isEqualTo("Project P-100 \"Harbour Bridge\" is a job in Xero");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("sam@example.com");
        assertThat(mail.header("Message-ID")).isEqualTo("<sync-1@erp.example.com>");
        assertThat(mail.text())
                .containsSubsequence(
                        "Accepted by Anna Approver.",
                        "P-100 - Harbour Bridge",
                        "https://go.xero.com/job/1?a=b&c=d",
                        PROJECT,
                        "Choose your mails at " + PROFILE);
        assertSameContent(mail);
        assertThat(mail.html()).contains("href=\"https://go.xero.com/job/1?a=b&amp;c=d\"", PROJECT, PROFILE);
    }

    @Test
    void resubmission_tells_by_whom_and_what_was_wrong_before() throws Exception {
        ReceivedMail mail = send(resubmission(new Rejection(1, "Ben", "The street is missing.\nPlease add it.")));

        assertThat(mail.message().getSubject()).isEqualTo("Project P-100 \"Harbour Bridge\" was resubmitted");
        assertThat(mail.text())
                .containsSubsequence(
                        "Resubmitted by Sam Taylor (round 2). It waits for a decision.",
                        "Rejected in round 1 by Ben",
                        "The street is missing.",
                        "Please add it.",
                        PROJECT,
                        "Choose your mails at " + PROFILE);
        assertSameContent(mail);
        assertThat(ReceivedMail.urls(mail.html())).hasSize(3);
    }

    @Test
    void resubmission_of_what_was_taken_back_tells_of_no_rejection() throws Exception {
        ReceivedMail mail = send(resubmission(null));

        assertThat(mail.text()).contains("Resubmitted by Sam Taylor").doesNotContain("Rejected");
        assertSameContent(mail);
    }

    @Test
    void what_people_wrote_in_a_success_is_shown_as_text() throws Exception {
        ReceivedMail mail = send(MailSamples.sync("1" + SCRIPT, "2" + SCRIPT, "3" + SCRIPT));

        assertShownAsText(mail, 3);
    }

    @Test
    void what_people_wrote_in_a_resubmission_is_shown_as_text() throws Exception {
        ReceivedMail mail = send(MailSamples.resubmission(
                "1" + SCRIPT, "2" + SCRIPT, "3" + SCRIPT, new Rejection(1, "4" + SCRIPT, "5" + SCRIPT)));

        assertShownAsText(mail, 5);
    }

    private static ResubmissionNotice resubmission(Rejection rejection) {
        return MailSamples.resubmission("P-100", "Harbour Bridge", "Sam Taylor", rejection);
    }

    private ReceivedMail send(XeroJobNotice notice) {
        return mailOf(mails -> mails.notifier().send(notice));
    }

    private ReceivedMail send(ResubmissionNotice notice) {
        return mailOf(mails -> mails.notifier().send(notice));
    }
}
