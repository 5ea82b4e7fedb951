package io.projectexport.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every address that a controller of ours serves, as it declares them, so that a new one is held by the same rules. */
@ExtendWith(SharedApplication.class)
@TestInstance(Lifecycle.PER_CLASS)
class DoorsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

    /** What anybody may see; all else wants a login. */
    private static final Set<String> PUBLIC = Set.of("GET /login", "GET /password", "GET /time-zone.js");

    private final RunningApplication application;
    private Set<String> doors;

    DoorsTest(RunningApplication application) {
        this.application = application;
    }

    @BeforeAll
    void doors() {
        doors = application
                .mappings()
                .filter(door -> !door.contains("/error") && !door.contains("/v3/api-docs") && !door.contains("swagger"))
                .collect(toCollection(TreeSet::new));
        assertThat(doors)
                .hasSizeGreaterThan(70)
                .contains(
                        "POST /jobs/{exportId}/accept",
                        "POST /api/projects",
                        "GET /people",
                        "POST /password",
                        "GET /admin/audit",
                        "GET /admin/check",
                        "GET /admin/models/{id}/edit",
                        "POST /admin/models/rehearse",
                        "POST /api/models/rehearse");
    }

    @Test
    void strangers_get_nothing_but_the_login() {
        LoggedInClient stranger = LoggedInClient.forStrangers(application.url());

        assertThat(doors.stream().filter(door -> !isRefused(send(stranger, door))))
                .containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    private static boolean isRefused(HttpAnswer answer) {
        boolean isSentToLogin = answer.status() == 302
                && answer.headers().firstValue("Location").orElse("").startsWith("/login");
        return answer.status() == 401 || answer.status() == 403 || isSentToLogin;
    }

    @Test
    void nothing_is_changed_for_a_form_of_another_site_in_the_browser_of_an_administrator() {
        WebApplications browser = new WebApplications(application.url());
        browser.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        LoggedInClient forged = browser.withoutToken();

        assertThat(doors.stream().filter(door -> !door.startsWith("GET "))).allSatisfy(door -> {
            HttpAnswer answer = send(forged, door);
            assertThat(answer.status()).as(door).isEqualTo(403);
            // refused before anybody looked at what it is about
            assertThat(withoutPath(answer, door)).as(door).isEqualTo(withoutPath(unknown(forged, door), door));
        });
        assertThat(forged.get("/jobs").status()).isEqualTo(200);
    }

    private static HttpAnswer unknown(LoggedInClient client, String door) {
        return send(client, door.startsWith("POST /api/") ? "POST /api/no-such-door" : "POST /no-such-door");
    }

    private static String withoutPath(HttpAnswer answer, String door) {
        return answer.body().replace(path(door), "").replaceAll("/(api/)?no-such-door", "");
    }

    @Test
    void what_only_some_may_see_is_stored_nowhere() {
        LoggedInClient browser = application.inBrowser(RunningApplication.ADMIN);

        assertThat(doors.stream().filter(door -> door.startsWith("GET ") && !PUBLIC.contains(door)))
                .allSatisfy(door -> assertThat(send(browser, door).headers().firstValue("Cache-Control"))
                        .as(door)
                        .hasValueSatisfying(value -> assertThat(value).contains("no-store")));
    }

    private static HttpAnswer send(LoggedInClient client, String door) {
        String method = door.substring(0, door.indexOf(' '));
        return client.call(method, path(door), FORM, method.equals("GET") ? null : "");
    }

    private static String path(String door) {
        return door.substring(door.indexOf(' ') + 1).replaceAll("\\{\\w+}", NOTHING);
    }
}
