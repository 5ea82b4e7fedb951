package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real browser; tests that need it are skipped, with a reason, on machines that have none. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final Set<String> WCAG_AA =
            Set.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final Duration SLOW_MACHINE = Duration.ofSeconds(60);

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> forbidden = new CopyOnWriteArrayList<>();

    Chromium() {
        Path binary = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(binary != null, "There is no Chromium: install it to run the browser tests.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // a machine that runs other tests at the same time is slow
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MACHINE.toMillis());
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(binary).setArgs(FLAGS));
    }

    /** A page with a session of its own. */
    Page page() {
        return page(new Browser.NewContextOptions());
    }

    /** The same on a machine in another time zone. */
    Page pageIn(String timeZone) {
        return page(new Browser.NewContextOptions().setTimezoneId(timeZone));
    }

    Page pageWithoutScripts() {
        return page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Page page(Browser.NewContextOptions machine) {
        Page page = browser.newContext(machine.setViewportSize(1300, 1000)).newPage();
        page.setDefaultTimeout(SLOW_MACHINE.toMillis());
        page.onConsoleMessage(message -> {
            // the page that said it, which may have been left meanwhile
            if (message.text().contains("Content Security Policy")
                    && !message.location().contains("/camunda/")) {
                forbidden.add(message.location() + ": " + message.text());
            }
        });
        return page;
    }

    /** Ends all sessions, since pages that stay open go on asking the application; none of ours did what its own header forbids. */
    void closePages() {
        browser.contexts().forEach(BrowserContext::close);
        List<String> found = List.copyOf(forbidden);
        forbidden.clear();
        assertThat(found).isEmpty();
    }

    /** Fills in the login form that the page shows, and waits until the next page is there with its scripts. */
    static void logIn(Page page, String userId, String password) {
        page.getByLabel("User name").fill(userId);
        page.getByLabel("Password").fill(password);
        page.locator("button").click();
        page.waitForLoadState();
    }

    /**
     * Leaves a picture in {@code target/screenshots}, and finds nothing that keeps people with a disability out.
     *
     * @param others parts of the page that somebody else's program draws
     */
    static void assertAccessible(Page page, String name, String... others) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        assertThat(findings(page, others)).as(name).isEmpty();
    }

    /** What axe finds against WCAG 2.2 AA, and whatever else is serious: the rule, and where. */
    static List<String> findings(Page page, String... others) {
        // new in WCAG 2.2, and off by default
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRules(Map.of("target-size", on));
        // of what is right it would collect the source of each element
        options.setResultTypes(List.of("violations"));
        // no page of ours has a frame of another site, for which it would open a page of its own
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        List.of(others).forEach(axe::exclude);
        AxeResults results = axe.analyze();
        return results.getViolations().stream()
                .filter(violation -> SERIOUS.contains(violation.getImpact())
                        || violation.getTags().stream().anyMatch(WCAG_AA::contains))
                .map(violation -> violation.getId() + ": "
                        + violation.getNodes().stream()
                                .map(CheckedNode::getHtml)
                                .toList())
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
