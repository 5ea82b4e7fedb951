package io.projectexport.web;

import static io.projectexport.export.OptionalMail.DAILY_SUMMARY;
import static io.projectexport.export.OptionalMail.RESUBMISSION;
import static io.projectexport.export.OptionalMail.SYNC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.projectexport.export.Person;
import io.projectexport.export.Privilege;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProfileControllerTest extends PageTest {

    @Test
    void every_page_leads_to_the_own_profile() {
        assertThat(html(mvc.get().uri("/profile").exchange()))
                .contains("<a href=\"/profile\" aria-label=\"Anna Approver, your profile\">Anna Approver</a>");
    }

    @Test
    void wishes_are_shown_as_they_are_each_with_what_it_means() {
        given(wishes.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true));
        MvcTestResult page = mvc.get().uri("/profile").exchange();

        assertShown(page).contains("Daily summary Once a day, while projects wait for a decision.");
        assertThat(html(page))
                .contains("name=\"dailySummary\"", "aria-describedby=\"dailySummary-hint\"", "checked=\"checked\"");

        given(wishes.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, false));
        assertThat(html(mvc.get().uri("/profile").exchange())).doesNotContain("checked=");
    }

    @Test
    void what_is_ticked_is_wanted_and_what_is_not_is_not() {
        assertThat(mvc.post().uri("/profile").param("dailySummary", "yes")).hasRedirectedUrl("/profile");
        verify(wishes).choose(ANNA, Set.of(DAILY_SUMMARY));

        assertThat(mvc.post().uri("/profile")).hasRedirectedUrl("/profile");
        verify(wishes).choose(ANNA, Set.of());
    }

    @Test
    void every_mail_says_when_it_comes() {
        given(wishes.of(ANNA)).willReturn(Map.of(DAILY_SUMMARY, true, RESUBMISSION, false, SYNC, false));

        assertShown(mvc.get().uri("/profile").exchange())
                .contains(
                        "Resubmitted projects At once, when a project that you can decide about",
                        "Your projects in Xero At once, when a project that you submitted has become a job");
    }

    @Test
    void nobody_chooses_for_somebody_else() {
        mvc.post().uri("/profile").param("userId", "ben").param("viewer", "ben").exchange();

        verify(wishes).choose(ANNA, Set.of());
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
