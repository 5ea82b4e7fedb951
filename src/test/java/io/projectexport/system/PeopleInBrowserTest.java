package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.projectexport.local.ShownMail;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** People as a new administrator keeps them, without Camunda Admin. */
class PeopleInBrowserTest extends BrowserTest {

    private static final String PASSWORD = "a much longer horse";

    private final String name = "Nora " + UUID.randomUUID().toString().substring(0, 8);
    private final String userId = name.toLowerCase(Locale.ROOT).replace(' ', '.');

    PeopleInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void person_is_added_made_an_approver_sets_a_password_and_accepts() {
        String exportId = projects.submit(newSubmitter(), "People Bridge");
        Page admin = open("/jobs", RunningApplication.ADMIN);
        admin.getByText("Administration", new Page.GetByTextOptions().setExact(true))
                .click();
        admin.getByRole(AriaRole.NAVIGATION)
                .getByText("People", new Locator.GetByTextOptions().setExact(true))
                .click();
        admin.getByText("New person").click();
        admin.getByLabel("User name").fill(userId);
        admin.getByLabel("First name").fill(name);
        Chromium.assertAccessible(admin, "person-new");
        buttonOf(admin, "Add and send the link").click();
        assertThat(admin.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(admin.getByLabel("E-mail address")).hasAttribute("aria-invalid", "true");
        Chromium.assertAccessible(admin, "person-new-refused");
        admin.getByLabel("E-mail address").fill(userId + "@example.com");
        admin.getByLabel("Can push to accounting").check();
        buttonOf(admin, "Add and send the link").click();

        assertThat(admin.getByRole(AriaRole.STATUS)).containsText("Added.");
        assertThat(admin.locator("main")).containsText("No: needs ERP access as well");
        admin.getByLabel("ERP access", new Page.GetByLabelOptions().setExact(true))
                .check();
        buttonOf(admin, "Save privileges").click();
        assertThat(admin.getByRole(AriaRole.STATUS)).hasText("Saved; it counts from now on.");
        Chromium.assertAccessible(admin, "person");

        Page nora = open("/password#" + code());
        assertThat(nora.getByLabel("Code")).isHidden();
        Assertions.assertThat(nora.url()).doesNotContain("#");
        Chromium.assertAccessible(nora, "password");
        setPassword(nora, "short", "short");
        assertThat(nora.locator("main")).containsText("The password is too short");
        assertThat(nora.getByLabel("Code")).isHidden();
        Chromium.assertAccessible(nora, "password-too-short");
        setPassword(nora, PASSWORD, PASSWORD);
        assertThat(nora.getByRole(AriaRole.STATUS)).containsText("Your password is set.");
        Chromium.assertAccessible(nora, "password-set");
        Chromium.logIn(nora, userId, PASSWORD);
        nora.navigate(application.url() + "/jobs/" + exportId);
        buttonOf(nora, "Accept").first().click();
        projects.awaitStatus(exportId, "SYNCED");

        admin.navigate(application.url() + "/people");
        admin.getByLabel("Search name").fill(name);
        admin.keyboard().press("Enter");
        assertThat(admin.locator("tbody tr")).hasCount(1);
        assertThat(admin.locator("tbody tr")).containsText("Yes");
        Chromium.assertAccessible(admin, "people");
        admin.getByText(name).click();
        buttonOf(admin, "Deactivate").click();
        assertThat(admin.getByRole(AriaRole.STATUS)).containsText("Deactivated");
        Chromium.assertAccessible(admin, "person-deactivated");
        nora.navigate(application.url() + "/jobs");
        assertThat(nora.getByLabel("User name")).isVisible();
    }

    private static void setPassword(Page page, String password, String again) {
        page.getByLabel("New password").fill(password);
        page.getByLabel("The same again").fill(again);
        buttonOf(page, "Set password").click();
    }

    private String code() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !mails().isEmpty());
        Matcher link =
                Pattern.compile("/password#([0-9a-f]+)").matcher(mails().get(0).text());
        Assertions.assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<ShownMail> mails() {
        return application.mail().mails().stream()
                .filter(mail -> mail.to().equals(userId + "@example.com"))
                .toList();
    }

    @Test
    void pages_fit_on_a_phone() {
        String odd = application.user(
                "very.long.user.name+" + UUID.randomUUID(), "portfolio", "erp-standard", "process-owners");
        Page admin = open("/people?show=all", RunningApplication.ADMIN);
        admin.setViewportSize(375, 800);
        for (String path :
                List.of("/people", "/people/new", "/people/person?login=" + odd.replace("+", "%2B"), "/password")) {
            admin.navigate(application.url() + path);
            Chromium.assertAccessible(
                    admin, "phone" + path.replaceAll("[^a-z]+", "-").replaceAll("-login.*", ""));
            Assertions.assertThat(admin.evaluate("document.documentElement.scrollWidth <= 375"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    @Test
    void link_that_is_none_any_more_says_what_to_do_and_code_can_be_copied_without_scripts() {
        Page used = open("/password#" + "0".repeat(96));
        setPassword(used, PASSWORD, PASSWORD);
        assertThat(used.getByRole(AriaRole.ALERT)).containsText("This link does not work.");
        Chromium.assertAccessible(used, "password-refused");

        Page plain = openWithoutScripts("/profile", RunningApplication.ADMIN);
        plain.navigate(application.url() + "/password#abc");
        assertThat(plain.getByLabel("Code")).isVisible();
    }
}
