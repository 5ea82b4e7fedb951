package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decision about everything in a list: confirmed once, worked off in the background, each project once, whatever happens in between. */
@ExtendWith(SharedApplication.class)
class DecisionsAtOnceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern HIDDEN = Pattern.compile("name=\"(projects|token)\" value=\"([^\"]*)\"");

    private final RunningApplication application;
    private final JdbcClient database;
    private final SubmittedProjects projects;
    private final String submitter;
    private final String approver;
    private final FormBrowser browser;
    private final String search = "D" + UUID.randomUUID().toString().substring(0, 8);
    private final String list = "/jobs?status=READY_TO_EXPORT&size=3&search=" + search;

    DecisionsAtOnceTest(RunningApplication application) {
        this.application = application;
        database = application.database();
        projects = new SubmittedProjects(application);
        submitter = application.user("submitter-" + UUID.randomUUID(), "portfolio");
        approver = application.user(
                "approver-" + UUID.randomUUID(), "erp-standard", "can-push-to-accounting", "portfolio");
        browser = browser(approver);
    }

    @AfterEach
    void no_fault_is_left() {
        database.sql("drop trigger if exists fault on decision_row").update();
    }

    @Test
    void everything_in_the_filter_is_accepted_but_what_the_approver_may_not_decide() {
        submit(30);
        String own = projects.submit(approver, search + " own");

        assertThat(browser.get(list).body()).contains("Select all 31 of this filter", "Only the 3 on this page");
        HttpResponse<String> asked = ask(Map.of("whole", "accept"));
        assertThat(asked.body())
                .contains(
                        "Accept 30 (NZD 30,000.00).",
                        "Left out: 1",
                        search + " own: You created or submitted this project, so another approver has to decide")
                .doesNotContain("name=\"mark.");
        String decisions = confirm(asked, Map.of("whole", "accept"));
        assertThat(browser.get(decisions).body()).contains("of 30 accepted", "<progress", "hx-trigger=\"every 2s\"");
        assertThat(browser.get("/jobs").body()).contains("hx-get=\"" + decisions);

        awaitDone(decisions, "30 accepted");
        assertThat(projects.status(own)).isEqualTo("READY_TO_EXPORT");
        assertThat(decided("project_name like ? and status in ('EXPORTING', 'SYNCED') and decided_by = '" + approver
                        + "'"))
                .isEqualTo(30);
        assertThat(steps("Accepted")).isEqualTo(30);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.get(decisions).body())
                        .contains("30 decided: <a href=\"/jobs?status=SYNCED\">30 Synced</a>")
                        .doesNotContain("hx-trigger"));
        assertThat(browser.get("/jobs").body()).doesNotContain(decisions);
    }

    @Test
    void what_was_marked_with_reject_is_rejected_with_its_reason_and_the_rest_accepted() {
        List<String> ids = submit(5);
        Map<String, String> marks = new HashMap<>(Map.of("whole", "accept", "mark." + ids.get(3), "reject"));

        HttpResponse<String> asked = ask(marks);
        assertThat(asked.body()).contains("Accept 4 (NZD 4,000.00) and reject 1.", "name=\"comment." + ids.get(3));
        marks.put("comment." + ids.get(3), "It is a duplicate.");
        awaitDone(confirm(asked, marks), "5 decided");

        assertThat(projects.seenByAdmin(ids.get(3)).body()).contains("\"REJECTED\"", "It is a duplicate.");
        assertThat(decided("project_name like ? and status in ('EXPORTING', 'SYNCED')"))
                .isEqualTo(4);
    }

    @Test
    void everything_is_rejected_with_one_reason_that_must_not_be_missing() {
        submit(5);
        HttpResponse<String> asked = ask(Map.of("whole", "accept"));
        assertThat(asked.body()).contains("Reject all of them instead", "Reject all 5");

        HttpResponse<String> missing = send(asked, Map.of("whole", "reject", "comment", " "));
        assertThat(browser.get(location(missing)).body())
                .contains("The reason is missing: say why the project is rejected.");
        assertThat(decided("project_name like ? and status = 'READY_TO_EXPORT'"))
                .isEqualTo(5);

        awaitDone(confirm(asked, Map.of("whole", "reject", "comment", "The year is closed.")), "5 rejected");
        assertThat(decided("project_name like ? and status = 'REJECTED'")).isEqualTo(5);
    }

    @Test
    void what_changes_between_question_and_decision_is_not_accepted_and_told() {
        List<String> ids = submit(8);
        HttpResponse<String> asked = ask(Map.of("whole", "accept"));
        String later = projects.submit(submitter, search + " later");
        as(submitter, ids.get(1), "retrieve", Map.of());
        as(submitter, ids.get(1), "resubmit", Map.of("estimateAmount", 900_000));
        as(submitter, ids.get(4), "retrieve", Map.of());
        as(submitter, ids.get(4), "withdraw", Map.of());
        as(submitter, ids.get(7), "retrieve", Map.of());

        String decisions = confirm(asked, Map.of("whole", "accept"));
        awaitDone(decisions, "5 accepted, 3 refused");

        assertThat(browser.get(decisions).body())
                .contains(
                        "was resubmitted after you confirmed",
                        "Nothing was changed: this project is Withdrawn, so it cannot be accepted any more.",
                        "Nothing was changed: this project is Retrieved, so it cannot be accepted any more.");
        assertThat(projects.status(later)).isEqualTo("READY_TO_EXPORT");
        assertThat(projects.status(ids.get(1))).isEqualTo("READY_TO_EXPORT");
        assertThat(steps("Accepted")).isEqualTo(5);
    }

    @Test
    void second_press_of_the_button_decides_nothing_twice_and_leads_to_the_same_page() {
        submit(8);
        HttpResponse<String> asked = ask(Map.of("whole", "accept"));

        String first = confirm(asked, Map.of("whole", "accept"));

        assertThat(confirm(asked, Map.of("whole", "accept"))).isEqualTo(first);
        awaitDone(first, "8 accepted");
        assertThat(steps("Accepted")).isEqualTo(8);
        assertThat(browser(application.user("other-" + UUID.randomUUID(), "erp-admin", "can-push-to-accounting"))
                        .get(first)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void privilege_that_was_lost_meanwhile_is_missing_from_the_next_decision_on() {
        submit(30);
        String decisions = confirm(ask(Map.of("whole", "accept")), Map.of("whole", "accept"));

        application.engine().getIdentityService().deleteMembership(approver, "can-push-to-accounting");

        await().atMost(PATIENCE).until(() -> count(decisions, "state <> 'WAITING'") == 30);
        assertThat(count(decisions, "state = 'REFUSED'")).isPositive();
        assertThat(database.sql("select distinct messages from decision_row where batch_id = ? and state = 'REFUSED'")
                        .param(id(decisions))
                        .query(String.class)
                        .list())
                .containsExactly("[\"Only accounting approvers may decide about projects.\"]");
        assertThat(steps("Accepted")).isEqualTo(count(decisions, "state = 'DONE'"));
        assertThat(ask(Map.of("whole", "accept")).statusCode()).isIn(302, 403);
    }

    @Test
    void decision_whose_record_cannot_be_stored_is_undone_and_made_once_when_it_can() {
        submit(5);
        database.sql("create sequence if not exists faults").update();
        database.sql("alter sequence faults restart").update();
        database.sql("""
                create or replace function fault() returns trigger language plpgsql as
                $$ begin if new.state = 'DONE' and new.label like '%%%s 3' and nextval('faults') <= 2 then
                   raise exception 'the node dies here'; end if; return new; end $$
                """.formatted(search)).update();
        database.sql("create trigger fault before update on decision_row for each row execute function fault()")
                .update();

        String decisions = confirm(ask(Map.of("whole", "accept")), Map.of("whole", "accept"));
        awaitDone(decisions, "5 accepted");

        assertThat(steps("Accepted")).isEqualTo(5);
        assertThat(count(decisions, "tries > 0")).isEqualTo(1);
    }

    @Test
    void one_call_decides_25_in_one_transaction_and_answers_for_each_alone_where_one_is_refused() {
        List<String> ids = submit(50);

        assertThat(statuses(
                        application.as(approver).post("/api/projects/accept", Map.of("exportIds", ids.subList(0, 40)))))
                .hasSize(40)
                .containsOnly("EXPORTING");
        assertThat(transactions("Accepted")).isEqualTo(2);

        List<String> twice = List.of(ids.get(40), ids.get(3), ids.get(41), "P-7", ids.get(40));
        assertThat(statuses(application
                        .as(approver)
                        .post("/api/projects/reject", Map.of("exportIds", twice, "comment", "Too high."))))
                .containsExactly("REJECTED", "null", "REJECTED", "null", "null");
        assertThat(transactions("Rejected")).isEqualTo(2);
    }

    private static List<String> statuses(HttpAnswer answer) {
        return StreamSupport.stream(answer.json().path("results").spliterator(), false)
                .map(result -> result.path("status").asText())
                .toList();
    }

    private long transactions(String what) {
        return database.sql(
                        "select count(distinct cast(project_history.xmin as varchar)) from project_history"
                                + " join project_export on project_export.id = export_id where project_name like ? and what = ?")
                .params(search + "%", what)
                .query(Long.class)
                .single();
    }

    @Test
    void who_may_not_decide_is_told_so_and_nothing_is_stored() {
        submit(8);
        FormBrowser reader = browser(application.user("reader-" + UUID.randomUUID(), "erp-standard", "portfolio"));

        HttpResponse<String> answer =
                reader.post("/jobs", "/jobs/decisions?status=READY_TO_EXPORT", Map.of("whole", "accept"));

        assertThat(reader.get(location(answer)).body())
                .contains("Only accounting approvers may decide about projects.");
    }

    /** Their ids, in the order in which they wait. */
    private List<String> submit(int number) {
        List<Map<String, Object>> all = IntStream.rangeClosed(1, number)
                .mapToObj(row -> {
                    Map<String, Object> fields = SubmittedProjects.fields(search + " " + row);
                    fields.put("estimateAmount", 1000);
                    return fields;
                })
                .toList();
        HttpAnswer answer = application.as(submitter).post("/api/projects/bulk", all);
        assertThat(answer.json().path("results"))
                .as(answer.body())
                .allSatisfy(row -> assertThat(row.path("exportId").isTextual()).isTrue());
        return StreamSupport.stream(answer.json().path("results").spliterator(), false)
                .map(row -> row.path("exportId").asText())
                .toList();
    }

    private void as(String userId, String exportId, String action, Map<String, ?> body) {
        HttpAnswer answer = application.as(userId).post("/api/projects/%s/%s".formatted(exportId, action), body);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private HttpResponse<String> ask(Map<String, String> form) {
        return browser.post(list, list.replace("/jobs?", "/jobs/decisions?"), form);
    }

    private String confirm(HttpResponse<String> asked, Map<String, String> form) {
        HttpResponse<String> answer = send(asked, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(path(answer)).startsWith("/jobs/decisions/");
        return path(answer);
    }

    private HttpResponse<String> send(HttpResponse<String> asked, Map<String, String> form) {
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        Map<String, String> all = new LinkedHashMap<>(form);
        Matcher hidden = HIDDEN.matcher(asked.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        return browser.post("/jobs", list.replace("/jobs?", "/jobs/decisions/all?"), all);
    }

    private static String path(HttpResponse<String> answer) {
        return to(answer).getPath();
    }

    /** With the filter that is shown again, without which a message is for nobody. */
    private static String location(HttpResponse<String> answer) {
        return to(answer).getPath() + "?" + to(answer).getQuery();
    }

    private static URI to(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static UUID id(String decisions) {
        return UUID.fromString(decisions.substring(decisions.lastIndexOf('/') + 1));
    }

    private void awaitDone(String decisions, String said) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(browser.get(decisions).body())
                        .doesNotContain("<progress")
                        .contains(said));
    }

    private long count(String decisions, String condition) {
        return database.sql("select count(*) from decision_row where batch_id = ? and " + condition)
                .param(id(decisions))
                .query(Long.class)
                .single();
    }

    private long decided(String condition) {
        return database.sql("select count(*) from project_export where " + condition)
                .param(search + "%")
                .query(Long.class)
                .single();
    }

    private long steps(String what) {
        return database.sql("select count(*) from project_history join project_export on project_export.id = export_id"
                        + " where project_name like ? and what = ?")
                .params(search + "%", what)
                .query(Long.class)
                .single();
    }

    private FormBrowser browser(String userId) {
        FormBrowser session = new FormBrowser(application.url());
        session.logIn(userId, RunningApplication.PASSWORD);
        return session;
    }
}
