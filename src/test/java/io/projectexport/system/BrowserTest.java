package io.projectexport.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser in front of the application that all tests share; each page that is opened has a session of its own. */
@ExtendWith(SharedApplication.class)
abstract class BrowserTest {

    private static Chromium chromium;

    final RunningApplication application;
    final SubmittedProjects projects;

    BrowserTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
    }

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterEach
    void close_pages() {
        chromium.closePages();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** A page that shows what lies behind the path, or the login in front of it. */
    Page open(String path) {
        Page page = chromium.page();
        page.navigate(application.url() + path);
        return page;
    }

    /** A page that shows what lies behind the path, once this person has logged in. */
    Page open(String path, String userId) {
        Page page = open(path);
        Chromium.logIn(page, userId, RunningApplication.PASSWORD);
        return page;
    }

    /** The same in a browser that runs no scripts. */
    Page openWithoutScripts(String path, String userId) {
        Page page = chromium.pageWithoutScripts();
        page.navigate(application.url() + path);
        Chromium.logIn(page, userId, RunningApplication.PASSWORD);
        return page;
    }

    /** The same on a machine in another time zone. */
    Page openIn(String timeZone, String path, String userId) {
        Page page = chromium.pageIn(timeZone);
        page.navigate(application.url() + path);
        Chromium.logIn(page, userId, RunningApplication.PASSWORD);
        return page;
    }

    /** The form of the project's task, claimed; it is alone in its list. */
    Page claimed(String exportId, String userId) {
        Page page = open("/jobs/" + exportId, userId);
        String link = page.getByText("Open in Tasklist").getAttribute("href");
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(exportId);
        page.navigate(application.url() + link.replaceFirst("&task=.*", "") + "&searchQuery="
                + URLEncoder.encode(search, StandardCharsets.UTF_8));
        page.locator(".tasks-list .task a").first().click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        PlaywrightAssertions.assertThat(buttonOf(page, "Complete")).isEnabled();
        return page;
    }

    static Locator buttonOf(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Chooses in a list of a form, which is none of the browser's. */
    static void choose(Page page, String label, String answer) {
        page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(answer))
                .click();
    }

    /** Somebody new who may submit projects. */
    String newSubmitter() {
        return application.user("submitter-" + UUID.randomUUID(), "portfolio");
    }

    /** Somebody new who may decide about projects. */
    String newApprover() {
        return application.user("approver-" + UUID.randomUUID(), "erp-standard", "can-push-to-accounting");
    }
}
