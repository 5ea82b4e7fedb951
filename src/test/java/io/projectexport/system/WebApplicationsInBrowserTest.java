package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
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
