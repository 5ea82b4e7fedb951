package io.projectexport.web.profile;

import static io.projectexport.export.profile.AbsenceField.DEPUTY;
import static io.projectexport.export.profile.AbsenceField.FROM;
import static io.projectexport.export.profile.AbsenceField.UNTIL;
import static io.projectexport.export.profile.OptionalMail.DAILY_SUMMARY;
import static io.projectexport.export.profile.OptionalMail.NEW_SUBMISSION;
import static io.projectexport.export.profile.OptionalMail.RESUBMISSION;
import static io.projectexport.export.profile.OptionalMail.SYNC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.profile.Absence;
import io.projectexport.web.PageTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProfileControllerTest extends PageTest {

    private static final Person BEN = new Person("ben", "Ben Ito", "ben@x.com", Set.of(Privilege.APPROVE));
    private static final Absence BENS = new Absence("anna", "ben", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 5));

    @Test
    void every_page_leads_to_the_own_profile() {
        assertThat(html(mvc.get().uri("/profile").exchange()))
                .contains("<summary>Anna Approver</summary>", "href=\"/profile\"");
    }

    @Test
    void preferences_are_shown_as_they_are_each_with_what_it_means() {
        given(chooseMails.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true));
        MvcTestResult page = mvc.get().uri("/profile").exchange();

        assertShown(page).contains("Daily summary Once a day, while projects wait for a decision.");
        assertThat(html(page))
                .contains("name=\"dailySummary\"", "aria-describedby=\"dailySummary-hint\"", "checked=\"checked\"");

        given(chooseMails.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, false));
        assertThat(html(mvc.get().uri("/profile").exchange())).doesNotContain("checked=");
    }

    @Test
    void who_has_an_address_that_no_mail_server_takes_reads_why_no_mail_comes() {
        given(currentPerson.get())
                .willReturn(new Person("jorg", "Jörg", "jörg@example.com", Set.of(Privilege.APPROVE)));

        assertShown(mvc.get().uri("/profile").exchange())
                .contains(
                        "jörg@example.com",
                        "No mail reaches you. Ask an administrator to correct your e-mail address, which has &quot;ö&quot; before"
                                + " the @, where mail servers take letters from a to z only.");
    }

    @Test
    void administrator_whose_own_address_is_wrong_reads_where_to_correct_it_instead_of_whom_to_ask() {
        given(currentPerson.get())
                .willReturn(new Person("jorg", "Jörg", "jörg@example.com", Set.of(Privilege.ADMINISTER)));

        MvcTestResult page = mvc.get().uri("/profile").exchange();

        assertShown(page)
                .contains(
                        "No mail reaches you, because your e-mail address has &quot;ö&quot; before the @, where mail servers take"
                                + " letters from a to z only. Correct it .")
                .doesNotContain("Ask an administrator");
        assertThat(html(page)).contains("href=\"/people/person?login=jorg\"");
    }

    @Test
    void what_is_ticked_is_wanted_and_what_is_not_is_not() {
        assertThat(mvc.post().uri("/profile").param("dailySummary", "yes")).hasRedirectedUrl("/profile");
        verify(chooseMails).choose(ANNA, Set.of(DAILY_SUMMARY));

        assertThat(mvc.post().uri("/profile")).hasRedirectedUrl("/profile");
        verify(chooseMails).choose(ANNA, Set.of());
    }

    @Test
    void every_mail_says_when_it_comes() {
        given(chooseMails.of(ANNA))
                .willReturn(Map.of(DAILY_SUMMARY, true, NEW_SUBMISSION, false, RESUBMISSION, false, SYNC, false));

        assertShown(mvc.get().uri("/profile").exchange())
                .contains(
                        "New projects Within minutes, when projects that you can decide about were submitted",
                        "Resubmitted projects At once, when a project that you can decide about",
                        "Your projects in Xero At once, when a project that you submitted has become a job");
    }

    @Test
    void deputy_can_be_chosen_among_the_other_approvers_and_the_stored_one_is_shown() {
        given(chooseMails.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true));
        given(deputies.candidates(ANNA)).willReturn(List.of(BEN));
        given(deputies.current(ANNA)).willReturn(Optional.of(BENS));

        MvcTestResult page = mvc.get().uri("/profile").exchange();

        assertShown(page).contains("time zone Australia/Sydney", "Nobody Ben Ito", "Remove the deputy");
        assertThat(html(page))
                .contains(
                        "<option value=\"ben\" selected=\"selected\">", "value=\"2027-03-01\"", "value=\"2027-03-05\"");
    }

    @Test
    void deputy_reads_for_whom_and_when() {
        given(chooseMails.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true));
        given(deputies.standsIn(ANNA))
                .willReturn(List.of(new Absence("sam", "anna", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 5))));

        assertShown(mvc.get().uri("/profile").exchange())
                .contains("You stand in for Sam Taylor from 1 Mar 2027 to 5 Mar 2027.");
    }

    @Test
    void deputy_who_cannot_stand_in_any_more_is_shown_as_such() {
        given(chooseMails.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true));
        given(deputies.current(ANNA)).willReturn(Optional.of(BENS));

        assertShown(mvc.get().uri("/profile").exchange()).contains("ben (cannot stand in any more)");
    }

    @Test
    void absence_is_saved_with_the_mails() {
        assertThat(mvc.post()
                        .uri("/profile")
                        .param("dailySummary", "yes")
                        .param("deputy", "ben")
                        .param("awayFrom", "2027-03-01")
                        .param("awayUntil", "2027-03-05"))
                .hasRedirectedUrl("/profile");

        verify(deputies).appoint(Map.of(DEPUTY, "ben", FROM, "2027-03-01", UNTIL, "2027-03-05"), ANNA);
        verify(chooseMails).choose(ANNA, Set.of(DAILY_SUMMARY));
    }

    @Test
    void absence_ends_whatever_else_stands_in_its_fields() {
        assertThat(mvc.post()
                        .uri("/profile")
                        .param("deputy", "ben")
                        .param("awayFrom", "2027-03-01")
                        .param("end", "yes"))
                .hasRedirectedUrl("/profile");

        verify(deputies).appoint(Map.of(), ANNA);
    }

    @Test
    void errors_stand_beside_their_fields_and_nothing_is_saved_or_lost() {
        given(chooseMails.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true, RESUBMISSION, false));
        given(deputies.candidates(ANNA)).willReturn(List.of(BEN));
        willThrow(ActionRefused.invalid("awayUntil", "Last day is over: enter today or a later day."))
                .given(deputies)
                .appoint(any(), any());

        MvcTestResult page = mvc.post()
                .uri("/profile")
                .param("resubmission", "yes")
                .param("deputy", "ben")
                .param("awayFrom", "<soon>")
                .param("awayUntil", "2020-01-01")
                .exchange();

        assertThat(page).hasStatus(400);
        verify(chooseMails, never()).choose(any(), any());
        assertShown(page).contains("Nothing was saved yet. Please correct: Last day", "Last day is over");
        assertThat(html(page))
                .contains(
                        "aria-invalid=\"true\" aria-describedby=\"awayUntil-error\"",
                        "id=\"awayUntil-error\"",
                        "value=\"&lt;soon&gt;\"",
                        "value=\"2020-01-01\"",
                        "<option value=\"ben\" selected=\"selected\">")
                .containsPattern("id=\"resubmission\"[^>]*checked")
                .doesNotContainPattern("id=\"dailySummary\"[^>]*checked");
    }

    @Test
    void who_is_no_approver_sees_nothing_about_deputies() {
        given(currentPerson.get()).willReturn(SAM);
        given(chooseMails.of(SAM)).willReturn(Map.of(SYNC, false));

        assertShown(mvc.get().uri("/profile").exchange())
                .contains("Your projects in Xero")
                .doesNotContain("away", "Deputy");
        assertThat(mvc.post().uri("/profile").param("sync", "yes")).hasRedirectedUrl("/profile");
        verify(deputies, never()).appoint(any(), any());
        verify(chooseMails).choose(SAM, Set.of(SYNC));
    }

    @Test
    void who_lost_the_privilege_meanwhile_is_told_so() {
        willThrow(ActionRefused.forbidden("Only accounting approvers name a deputy."))
                .given(deputies)
                .appoint(any(), any());

        MvcTestResult page = mvc.post().uri("/profile").param("deputy", "ben").exchange();

        assertThat(page).hasStatus(403);
        assertShown(page).contains("Only accounting approvers name a deputy.");
    }

    @Test
    void nobody_chooses_for_somebody_else() {
        mvc.post().uri("/profile").param("userId", "ben").param("viewer", "ben").exchange();

        verify(chooseMails).choose(ANNA, Set.of());
    }

    @Test
    void who_has_nothing_to_choose_is_told_so() {
        given(currentPerson.get()).willReturn(new Person("erik", "Erik Lund", "e@x.com", Set.of(Privilege.READ_ALL)));

        MvcTestResult page = mvc.get().uri("/profile").exchange();

        assertShown(page).contains("Erik Lund", "e@x.com", "There is nothing for you to choose");
        assertThat(html(page)).doesNotContain("<button>Save");
    }

    @Test
    void who_has_no_address_learns_whom_to_ask() {
        assertShown(mvc.get().uri("/profile").exchange())
                .contains("No mail reaches you. Ask an administrator to enter your e-mail address.");
    }
}
