package io.projectexport.system;

import com.microsoft.playwright.Page;
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

    /** The same on a machine in another time zone. */
    Page openIn(String timeZone, String path, String userId) {
        Page page = chromium.pageIn(timeZone);
        page.navigate(application.url() + path);
        Chromium.logIn(page, userId, RunningApplication.PASSWORD);
        return page;
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
