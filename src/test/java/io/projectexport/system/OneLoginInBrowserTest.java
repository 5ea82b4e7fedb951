package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One login for every page, as people see it in their browser. */
class OneLoginInBrowserTest extends BrowserTest {

    OneLoginInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void wrong_password_is_told_and_the_right_one_leads_to_the_jobs_page() {
        String approver = newApprover();
        Page page = open("");

        Chromium.logIn(page, approver, "not-this-one");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Wrong user name or password.");
        assertThat(page.locator("[name=username]")).hasValue(approver);
        assertThat(page.locator("[name=password]")).hasValue("");
        Chromium.assertAccessible(page, "login");
        // somebody else, because the engine now makes this one wait
        String colleague = newApprover();
        Chromium.logIn(page, colleague, RunningApplication.PASSWORD);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("ERP Integrations")))
                .isVisible();
    }

    @Test
    void description_of_the_api_opens_after_the_login() {
        String submitter = newSubmitter();

        Page page = open("/swagger-ui.html", submitter);

        assertThat(page.getByText("Submit a project", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void logout_of_a_web_application_leads_to_the_one_login(String webApplication) {
        String everything =
                application.user("everything-" + UUID.randomUUID(), "portfolio", "process-owners", "camunda-admin");
        Page page = open("/camunda/app/" + webApplication + "/", everything);

        page.locator(".account .dropdown-toggle, .user-account .dropdown-toggle")
                .first()
                .click();
        page.locator(".logout a").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are logged out.");
        Chromium.logIn(page, everything, RunningApplication.PASSWORD);
        assertThat(page).hasURL(application.url() + "/jobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void jobs_page_is_one_click_away_from_a_web_application(String webApplication) {
        String everything =
                application.user("everything-" + UUID.randomUUID(), "portfolio", "process-owners", "camunda-admin");
        Page page = open("/camunda/app/" + webApplication + "/", everything);

        page.locator(".jobs-link a").click();

        assertThat(page).hasURL(application.url() + "/jobs");
    }
}
