package io.projectexport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.summary.Summary;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryMailTest extends MailTest {

    @Test
    void summary_lists_every_waiting_project_in_the_given_order() throws Exception {
        ReceivedMail mail = send(MailSamples.summary(
                MailSamples.harbourBridge(),
                MailSamples.waiting("P-7", "Tunnel", "Tom", "2026-03-29T07:05:00Z"),
                MailSamples.waiting("P-9", "Tower", "Tina", "2026-03-30T06:00:00Z")));

        assertThat(mail.message().getSubject()).isEqualTo("ERP Integrations Daily Summary");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("anna@example.com");
        assertThat(mail.text())
                .containsSubsequence(
                        "Hello Anna Approver,",
                        "3 projects are Ready to Export and wait for a decision.",
                        "https://erp.example.com/jobs?status=READY_TO_EXPORT",
                        "P-100 Harbour Bridge",
                        "Sam Submitter",
                        "25 Mar 2026, 23:30 (5 days)",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID,
                        "P-7 Tunnel",
                        "29 Mar 2026, 09:05 (1 day)",
                        "P-9 Tower",
                        "30 Mar 2026, 08:00 (today)");
        assertThat(mail.shownHtml())
                .containsSubsequence("P-100", "Harbour Bridge", "5 days", "P-7", "Tunnel", "1 day", "P-9", "today");
    }

    @Test
    void inbox_shows_how_many_wait_and_which_the_longest() throws Exception {
        ReceivedMail mail = send(MailSamples.summary(
                MailSamples.harbourBridge(), MailSamples.waiting("P-7", "Tunnel", "Tom", "2026-03-29T07:05:00Z")));

        assertThat(mail.html()).contains("2 waiting, the longest P-100 Harbour Bridge (5 days)");
        assertThat(mail.text()).contains("Harbour Council · NZD 12,500.50");
        assertThat(mail.html().indexOf("Open the list")).isLessThan(mail.html().indexOf("Sam Submitter"));
    }

    @Test
    void failed_exports_follow_in_xeros_words() throws Exception {
        Summary.Failed failed =
                new Summary.Failed(MailSamples.EXPORT_ID, "P-8", "Old " + SCRIPT, "Contact is archived " + SCRIPT);
        List<Summary.Waiting> waiting = List.of(MailSamples.harbourBridge());

        ReceivedMail mail = send(new Summary(
                "summary-1",
                "anna@example.com",
                "Anna",
                List.of(),
                LocalDate.of(2026, 3, 30),
                waiting,
                1,
                List.of(failed),
                "NZD"));

        assertThat(mail.text())
                .containsSubsequence(
                        "P-100 Harbour Bridge",
                        "Failed to Export, waiting for a retry or a rejection:",
                        "P-8 Old " + SCRIPT,
                        "Contact is archived",
                        "https://erp.example.com/jobs?status=FAILED_TO_EXPORT");
        assertThat(mail.html()).doesNotContain("<script");
        assertSameContent(mail);
    }

    @Test
    void both_parts_have_the_same_content() throws Exception {
        ReceivedMail mail = send(MailSamples.summary(MailSamples.harbourBridge()));

        assertSameContent(mail);
        assertThat(ReceivedMail.urls(mail.html())).hasSize(4);
    }

    @Test
    void what_has_no_room_is_counted_with_a_link_to_the_list() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 30);
        List<Summary.Waiting> waiting = List.of(MailSamples.harbourBridge());
        String list = "https://erp.example.com/jobs?status=READY_TO_EXPORT";

        ReceivedMail mail = send(
                new Summary("summary-1", "anna@example.com", "Anna", List.of(), day, waiting, 13, List.of(), null));

        assertThat(mail.text())
                .containsSubsequence("13 projects are Ready to Export", list, "P-100", "… and 12 more", list);
        assertThat(mail.html()).containsSubsequence(list, "P-100", "… and", list, "12 more");
        assertThat(ReceivedMail.words(mail.shownHtml())).isEqualTo(ReceivedMail.words(mail.text()));
        assertThat(ReceivedMail.urls(mail.html())).isEqualTo(ReceivedMail.urls(mail.text()));
    }

    @Test
    void what_people_wrote_is_shown_as_text() throws Exception {
        ReceivedMail mail = send(MailSamples.summary(
                "1" + SCRIPT,
                "anna@example.com",
                MailSamples.waiting("2" + SCRIPT, "3" + SCRIPT, "4" + SCRIPT, "2026-03-25T22:30:00Z")));

        assertShownAsText(mail, 4);
    }

    @Test
    void unicode_arrives_in_both_parts() throws Exception {
        ReceivedMail mail =
                send(MailSamples.summary(MailSamples.waiting("Ü-1", "橋 🌉", "Zoë", "2026-03-25T22:30:00Z")));

        assertThat(mail.text()).contains("Ü-1 橋 🌉", "Zoë");
        assertThat(mail.shownHtml()).contains("Ü-1", "橋 🌉", "Zoë");
    }

    @Test
    void one_project_is_told_in_the_singular() throws Exception {
        ReceivedMail mail = send(MailSamples.summary(MailSamples.harbourBridge()));

        assertThat(mail.text())
                .contains("1 project is Ready to Export and waits for a decision.")
                .doesNotContain(" more");
    }

    @Test
    void a_deputy_is_told_for_whom_the_mail_comes() throws Exception {
        List<String> away = List.of("Ben " + SCRIPT, "Cleo");

        ReceivedMail mail = send(new Summary(
                "summary-1",
                "anna@example.com",
                "Anna",
                away,
                LocalDate.of(2026, 3, 30),
                List.of(MailSamples.harbourBridge()),
                1,
                List.of(),
                null));

        assertThat(mail.text())
                .containsSubsequence(
                        "Hello Anna,", "You stand in for Ben " + SCRIPT + " and Cleo, who are away.", "1 project");
        assertThat(mail.html()).doesNotContain("<script");
        assertSameContent(mail);
    }

    @Test
    void message_id_is_the_summary_and_the_installation_whatever_the_login_looks_like() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 30);
        List<Summary.Waiting> waiting = List.of(MailSamples.harbourBridge());

        ReceivedMail mail = send(new Summary(
                "summary-anna b@corp", "anna@example.com", "Anna", List.of(), day, waiting, 1, List.of(), null));

        assertThat(mail.header("Message-ID")).isEqualTo("<summary-anna+b%40corp@erp.example.com>");
    }

    @Test
    void new_projects_are_told_with_their_number_in_the_subject_and_the_oldest_beside_it() throws Exception {
        ReceivedMail mail = sendNew(MailSamples.summary(
                MailSamples.harbourBridge(), MailSamples.waiting("P-7", "Tunnel", "Tom", "2026-03-29T07:05:00Z")));

        assertThat(mail.message().getSubject()).isEqualTo("2 new projects wait for your decision");
        assertThat(mail.html()).contains("The oldest: P-100 Harbour Bridge · Harbour Council · NZD 12,500.50");
        assertThat(mail.text())
                .containsSubsequence(
                        "2 new projects wait for your decision.",
                        "https://erp.example.com/jobs?status=READY_TO_EXPORT",
                        "P-100 Harbour Bridge",
                        "Harbour Council · NZD 12,500.50",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID,
                        "P-7 Tunnel",
                        "because you chose to be told of new projects at once.",
                        "https://erp.example.com/profile");
        assertSameContent(mail);
    }

    @Test
    void one_new_project_stands_in_the_subject() throws Exception {
        ReceivedMail mail = sendNew(MailSamples.summary(MailSamples.harbourBridge()));

        assertThat(mail.message().getSubject())
                .isEqualTo("New project P-100 \"Harbour Bridge\" waits for your decision");
        assertThat(mail.html()).contains("Harbour Council · NZD 12,500.50, submitted by Sam Submitter");
        assertThat(mail.text())
                .containsSubsequence(
                        "A new project waits for your decision.",
                        "Open the project",
                        "https://erp.example.com/jobs/" + MailSamples.EXPORT_ID);
        assertSameContent(mail);
    }

    @Test
    void what_people_wrote_in_a_new_project_is_shown_as_text_and_breaks_no_header() throws Exception {
        ReceivedMail mail = sendNew(
                MailSamples.summary(MailSamples.waiting("1", "2" + SCRIPT, "3" + SCRIPT, "2026-03-25T22:30:00Z")));

        assertThat(mail.message().getSubject()).contains("2" + SCRIPT);
        assertThat(mail.html()).doesNotContain("<script");
    }

    private ReceivedMail sendNew(Summary summary) {
        return mailOf(mails -> mails.newProjectsMailer().sendNew(summary));
    }

    private ReceivedMail send(Summary summary) {
        return mailOf(mails -> mails.summaryMailer().send(summary));
    }
}
