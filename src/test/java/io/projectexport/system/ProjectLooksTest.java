package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has a project open, as others read it over HTTP. */
@ExtendWith(SharedApplication.class)
class ProjectLooksTest {

    private final RunningApplication application;
    private final String exportId;

    ProjectLooksTest(RunningApplication application) {
        this.application = application;
        exportId = new SubmittedProjects(application).submit("looked-at-team", "Looked At " + System.nanoTime());
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user("looked-at-team", "portfolio");
        application.user("look-anna", "erp-standard", "can-push-to-accounting");
        application.user("look-ben", "erp-admin", "can-push-to-accounting");
        application.user("look-admin", "camunda-admin");
        application.user("look-reader", "erp-standard");
        application.user("look-own", "portfolio", "erp-standard", "can-push-to-accounting");
    }

    @Test
    void approvers_and_administrators_see_each_other_until_they_leave() {
        FormBrowser anna = browser("look-anna");
        look(anna);

        assertThat(look(browser("look-ben"))).contains("look-anna is looking at this, too (since ");
        assertThat(look(browser("look-admin"))).contains("look-anna is", "look-ben is");
        assertThat(list("look-ben")).contains("look-anna and look-admin have it open");

        leave(anna);
        assertThat(page("look-ben")).doesNotContain("look-anna is looking");
    }

    @Test
    void readers_and_project_teams_see_nothing_of_it_and_are_not_seen() {
        look(browser("look-anna"));

        for (String reader : new String[] {"look-reader", "looked-at-team"}) {
            FormBrowser browser = browser(reader);
            assertThat(browser.get("/jobs/" + exportId).body()).doesNotContain("is looking", "/looking");
            assertThat(browser.get("/jobs?status=ALL&search=" + exportId).body())
                    .doesNotContain("has it open", "id=\"open-");
            assertThat(browser.post("/jobs/new", "/jobs/%s/looking".formatted(exportId), Map.of())
                            .statusCode())
                    .isIn(403, 404);
        }
        assertThat(look(browser("look-ben"))).doesNotContain("look-reader", "looked-at-team");
    }

    @Test
    void opening_the_page_alone_writes_nothing() {
        browser("look-anna").get("/jobs/" + exportId);

        assertThat(looks()).isZero();
    }

    @Test
    void who_cannot_decide_because_of_four_eyes_is_not_told_of() {
        String own = new SubmittedProjects(application).submit("look-own", "Own " + System.nanoTime());

        FormBrowser owner = browser("look-own");
        assertThat(owner.get("/jobs/" + own).body()).doesNotContain("/looking");
        owner.post("/jobs/new", "/jobs/%s/looking".formatted(own), Map.of());

        assertThat(browser("look-ben").get("/jobs/" + own).body()).doesNotContain("look-own is looking");
    }

    @Test
    void project_that_is_not_there_is_not_looked_at() {
        String nowhere = "3f1c1b6a-6f0e-4f7e-9a54-0b5f7e0f9d19";

        assertThat(browser("look-anna")
                        .post("/jobs/" + exportId, "/jobs/%s/looking".formatted(nowhere), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private FormBrowser browser(String userId) {
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn(userId, RunningApplication.PASSWORD);
        return browser;
    }

    private String look(FormBrowser browser) {
        HttpResponse<String> answer =
                browser.post("/jobs/" + exportId, "/jobs/%s/looking".formatted(exportId), Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void leave(FormBrowser browser) {
        assertThat(browser.post("/jobs/" + exportId, "/jobs/%s/left".formatted(exportId), Map.of())
                        .statusCode())
                .isEqualTo(204);
    }

    private String page(String userId) {
        return browser(userId).get("/jobs/" + exportId).body();
    }

    private String list(String userId) {
        return browser(userId)
                .get("/jobs?status=READY_TO_EXPORT&sort=-submittedAt&size=200")
                .body();
    }

    private int looks() {
        JdbcTemplate database = new JdbcTemplate(
                application.engine().getProcessEngineConfiguration().getDataSource());
        return database.queryForObject(
                "select count(*) from project_view where export_id = cast('%s' as uuid)".formatted(exportId),
                Integer.class);
    }
}
