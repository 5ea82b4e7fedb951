package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.projectexport.local.ShownMail;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The profile page as people use it in their browser, and the mails that they chose there. */
class ProfileInBrowserTest extends BrowserTest {

    private final String submitter;
    private final String approver;
    private final String deputy;

    ProfileInBrowserTest(RunningApplication application) {
        super(application);
        submitter = newSubmitter();
        approver = newApprover();
        deputy = application.user("deputy-" + UUID.randomUUID(), "erp-admin", "can-push-to-accounting");
    }

    @Test
    void submitter_turns_a_mail_on_by_keyboard_and_gets_it_once_the_project_is_synced() {
        Page page = open("/jobs", submitter);
        page.locator(".menu summary").press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.getByLabel("Your projects in Xero").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        assertThat(save(page)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved.");
        assertThat(page.getByLabel("Your projects in Xero")).isChecked();

        String exportId = projects.submit(submitter, "Wanted Pier");
        application.as(approver).post("/api/projects/%s/accept".formatted(exportId));

        await().atMost(Duration.ofSeconds(30)).until(() -> mailAbout(exportId).isPresent());
        ShownMail mail = mailAbout(exportId).orElseThrow();
        org.assertj.core.api.Assertions.assertThat(mail.subject()).endsWith("\"Wanted Pier\" is a job in Xero");
        org.assertj.core.api.Assertions.assertThat(projects.status(exportId)).isEqualTo("SYNCED");
    }

    @Test
    void approver_names_a_deputy_on_a_phone_and_a_mistake_loses_nothing() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Page page = open("/jobs", approver);
        page.setViewportSize(390, 844);
        page.navigate(application.url() + "/profile");
        page.getByLabel("Daily summary").uncheck();
        page.getByLabel("Deputy").selectOption(deputy);
        page.getByLabel("First day").fill(today.toString());
        page.getByLabel("Last day").fill(today.minusDays(1).toString());

        save(page).click();
        assertThat(page.locator("#awayUntil-error")).hasText("Last day is over: enter today or a later day.");
        assertThat(page.getByLabel("Deputy")).hasValue(deputy);
        assertThat(page.getByLabel("Daily summary")).not().isChecked();
        Chromium.assertAccessible(page, "profile-phone");

        page.getByLabel("Last day").fill(today.plusDays(7).toString());
        save(page).click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved.");
        assertThat(page.getByLabel("Last day")).hasValue(today.plusDays(7).toString());
        page.setViewportSize(1300, 1000);
        Chromium.assertAccessible(page, "profile");

        page.getByText("Remove the deputy").click();
        assertThat(page.getByLabel("Deputy")).hasValue("");
        assertThat(page.getByLabel("Daily summary")).not().isChecked();
    }

    private Optional<ShownMail> mailAbout(String exportId) {
        return application.mail().mails().stream()
                .filter(mail -> mail.to().equals(submitter + "@example.com")
                        && mail.text().contains(exportId))
                .findFirst();
    }

    private static Locator save(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true));
    }
}
