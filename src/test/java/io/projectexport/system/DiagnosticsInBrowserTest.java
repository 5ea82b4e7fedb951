package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The page on which administrators see whether everything works. */
class DiagnosticsInBrowserTest extends BrowserTest {

    private static final String PAGE = "/admin/check";

    DiagnosticsInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void administrator_finds_the_page_and_a_mail_to_oneself_arrives() {
        String admin = application.user("checks-" + UUID.randomUUID(), "camunda-admin");
        Page page = open("/jobs", admin);
        page.getByText("Administration", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Does everything work?"))
                .click();
        assertThat(page.locator("h1")).hasText("Does everything work?");
        assertThat(page.locator("table.checks")).containsText("Database");
        assertThat(page.locator("main")).containsText("PostgreSQL");

        buttonOf(page, "Send a mail to").click();

        assertThat(page.getByText("The mail server took the mail"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(15_000));
        await().untilAsserted(() -> Assertions.assertThat(application.mail().mails())
                .anySatisfy(mail -> Assertions.assertThat(mail.subject()).isEqualTo("Project Export: mails arrive")));
        Chromium.assertAccessible(page, "check");
        page.setViewportSize(375, 800);
        Chromium.assertAccessible(page, "check-phone");
    }

    @Test
    void xero_is_asked_from_there_and_its_page_tells_the_organisation() {
        Page page = open(PAGE, RunningApplication.ADMIN);

        buttonOf(page, "Ask Xero").click();

        assertThat(page.locator("h1")).hasText("Connection to Xero");
        Locator asked = page.getByText("Xero accepts the connection.");
        assertThat(asked)
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(15_000));
        assertThat(page.locator("dl")).containsText("NZD");
        assertThat(page.locator("dl")).containsText("Premium");
        Chromium.assertAccessible(page, "organisation");
    }

    @Test
    void nobody_else_comes_in_or_sends_mails_from_there() {
        FormBrowser approver = new FormBrowser(application.url());
        approver.logIn(newApprover(), RunningApplication.PASSWORD);

        Assertions.assertThat(approver.get(PAGE).statusCode()).isEqualTo(403);
        Assertions.assertThat(
                        approver.post("/profile", PAGE + "/mail", Map.of()).statusCode())
                .isEqualTo(403);
    }
}
