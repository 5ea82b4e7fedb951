package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's web applications as parts of this product. */
class WebApplicationsInBrowserTest extends BrowserTest {

    private static final Pattern KEY = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)+\\b");

    WebApplicationsInBrowserTest(RunningApplication application) {
        super(application);
    }

    @ParameterizedTest
    @CsvSource({
        "tasklist, .sort-by",
        "cockpit, .project-exports-counts",
        "admin, text=List of Users",
        "welcome, .webapps"
    })
    void first_visit_shows_words_however_late_they_come(String webApplication, String shownLast) {
        Page page = open("/login", everything());
        page.route("**/locales/en.json*", WebApplicationsInBrowserTest::late);

        page.navigate(application.url() + "/camunda/app/" + webApplication + "/");

        assertThat(page.locator(shownLast).first()).isVisible();
        assertThat(page.locator("body"))
                .not()
                .containsText(KEY, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void each_has_name_icon_and_colour_of_the_product(String webApplication) {
        Page page = open("/camunda/app/" + webApplication + "/", everything());

        assertThat(page.locator(".brand-name")).containsText("Project Export");
        assertThat(page.locator("link[rel=icon]")).hasAttribute("href", application.url() + "/icon.svg");
        assertThat(page.locator("[cam-widget-header]")).hasCSS("background-color", "rgb(22, 50, 79)");
        assertThat(page.locator(".ce-eol-banner")).isHidden();
    }

    @Test
    void welcome_page_leads_to_pages_of_this_product_and_admin_has_no_tenants() {
        Page page = open("/camunda/app/welcome/", everything());
        assertThat(page.locator(".custom-links a")).hasCount(2);
        assertThat(page.locator(".custom-links a").first()).hasAttribute("href", application.url() + "/jobs");

        page.navigate(application.url() + "/camunda/app/admin/");

        assertThat(page.getByText("List of Users")).isVisible();
        assertThat(page.getByText("List of Tenants")).isHidden();
        assertThat(page.locator(".sections-menu a[href='#/tenants']")).isHidden();
    }

    @Test
    void nobody_can_be_locked_out_so_that_there_is_nothing_to_unlock() {
        String locked = application.user("locked-" + UUID.randomUUID(), "portfolio");
        Page page = open("/camunda/app/admin/", everything());
        assertThat(page.getByText("List of Users")).isVisible();

        page.navigate(application.url() + "/camunda/app/admin/default/#/users/%s?tab=account".formatted(locked));

        assertThat(page.locator("button[ng-click='deleteUser()']")).isVisible();
        assertThat(page.locator("button[ng-click='unlockUser()']")).hasCount(1);
        assertThat(page.locator("button[ng-click='unlockUser()']")).isHidden();
    }

    @Test
    void moments_keep_to_the_clock_of_the_installation_when_it_is_put_back_and_where_no_name_is_known() {
        Page page = open("/camunda/app/welcome/", everything());

        Assertions.assertThat(inZone(page, "America/New_York", "spell('2026-11-01T05:30:00.000+0000')"))
                .isEqualTo("1 Nov 2026, 01:30");
        Assertions.assertThat(inZone(page, "America/New_York", "spell('2026-12-31T23:15:00')"))
                .isEqualTo("31 Dec 2026, 23:15");
        Assertions.assertThat(inZone(page, "America/New_York", "spell('no date')"))
                .isEqualTo("no date");
        Assertions.assertThat(inZone(page, "America/New_York", "spell('2026-11-01T06:30:00.000+0000')"))
                .isEqualTo("1 Nov 2026, 01:30");
        Assertions.assertThat(inZone(page, "Asia/Kolkata", "spell('2026-11-02T01:30:00.000+0530', 'short')"))
                .isEqualTo("2 Nov 2026");
        Assertions.assertThat(inZone(page, "Middle/Earth", "spell('2026-12-31T23:15:00')"))
                .isEqualTo("31 Dec 2026, 23:15");
    }

    @Test
    void name_of_the_installations_zone_asks_for_no_login() {
        APIResponse script = open("/login").request().get(application.url() + "/time-zone.js");

        Assertions.assertThat(script.text().strip()).isEqualTo("export default 'UTC';");
        Assertions.assertThat(script.headers().get("content-type")).startsWith("text/javascript");
    }

    /** What the script says where the installation's zone is another one. */
    private static Object inZone(Page page, String zone, String call) {
        page.unroute("**/time-zone.js");
        page.route(
                "**/time-zone.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("export default '" + zone + "';")));
        page.reload();
        return page.evaluate("async () => (await import('/camunda/app/welcome/scripts/zone.js'))." + call);
    }

    private static void late(Route route) {
        try {
            Thread.sleep(Duration.ofSeconds(3).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        route.resume();
    }

    private String everything() {
        return application.user(
                "everything-" + UUID.randomUUID(), "portfolio", "process-owners", "camunda-admin", "erp-standard");
    }
}
