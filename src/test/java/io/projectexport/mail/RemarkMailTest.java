package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.conversation.Contribution;
import io.projectexport.export.conversation.RemarkNotice;
import org.junit.jupiter.api.Test;

class RemarkMailTest extends MailTest {

    @Test
    void question_tells_what_is_asked_by_whom_and_where_to_answer() throws Exception {
        ReceivedMail mail =
                send(remark(Contribution.QUESTION, "P-100", "Anna Approver", "Which budget?\n\nThe new one?"));

        assertThat(mail.message().getSubject()).isEqualTo("Project P-100 \"Harbour Bridge\" has a question");
        assertThat(mail.text())
                .containsSubsequence(
                        "Question",
                        "Which budget?",
                        "The new one?",
                        "Written by Anna Approver.",
                        "Answer on the project's page. Nothing was decided",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID,
                        "because you created or submitted the project");
        assertThat(mail.header("Message-ID")).isEqualTo("<remark-1@erp.example.com>");
        assertSameContent(mail);
    }

    @Test
    void client_and_estimate_stand_below_the_title() throws Exception {
        ReceivedMail mail = send(new RemarkNotice(
                "remark-1",
                MailSamples.forClient("Harbour Council", "12500.5"),
                "sam@example.com",
                Contribution.QUESTION,
                "Anna",
                "Which?"));

        assertThat(mail.text()).containsSubsequence("has a question", "Harbour Council · NZD 12,500.50", "Which?");
        assertSameContent(mail);
    }

    @Test
    void answer_goes_back_to_who_asked() throws Exception {
        ReceivedMail mail = send(remark(Contribution.ANSWER, "P-100", "Sam Taylor", "The new one."));

        assertThat(mail.message().getSubject()).isEqualTo("Project P-100 \"Harbour Bridge\" has an answer");
        assertThat(mail.text())
                .containsSubsequence("Answer", "The new one.", "Written by Sam Taylor.", "Open the project")
                .contains("because you asked about the project")
                .doesNotContain("Nothing was decided");
        assertSameContent(mail);
    }

    @Test
    void what_people_wrote_is_shown_as_text() throws Exception {
        assertShownAsText(send(remark(Contribution.QUESTION, "1" + SCRIPT, "2" + SCRIPT, "3" + SCRIPT)), 3);
    }

    private static RemarkNotice remark(Contribution kind, String number, String by, String text) {
        return new RemarkNotice(
                "remark-1",
                MailSamples.rejection(number, "Harbour Bridge", by, text).export(),
                "sam@example.com",
                kind,
                by,
                text);
    }

    private ReceivedMail send(RemarkNotice notice) {
        return mailOf(mails -> mails.remarks().send(notice));
    }
}
