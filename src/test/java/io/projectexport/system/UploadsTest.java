package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that take longer than a browser waits: worked off in the background, each row once, whatever happens in between. */
@ExtendWith(SharedApplication.class)
class UploadsTest {

    private static final String PAGE = "/jobs/upload";

    private final RunningApplication application;
    private final JdbcClient database;
    private final String submitter;
    private final FormBrowser browser;
    private final String prefix = "F" + UUID.randomUUID().toString().substring(0, 8);

    UploadsTest(RunningApplication application) {
        this.application = application;
        database = application.database();
        submitter = application.user("uploader-" + UUID.randomUUID(), "portfolio");
        browser = browser(submitter);
    }

    @AfterEach
    void no_fault_is_left() {
        database.sql("drop trigger if exists fault on upload_row").update();
    }

    @Test
    void long_file_is_begun_with_the_answer_and_ended_in_the_background_in_its_order() {
        String upload = submit(file(80), UUID.randomUUID());

        assertThat(browser.get(upload).body()).contains("of 80 submitted", "<progress", "hx-trigger=\"every 2s\"");
        assertThat(browser.get(PAGE).body()).contains("href=\"" + upload, "of 80 submitted");
        awaitDone(upload, "80 submitted");

        assertThat(database.sql(
                                "select project_number from project_export join project_history on export_id = project_export.id"
                                        + " where project_number like ? order by project_history.id")
                        .param(prefix + "%")
                        .query(String.class)
                        .list())
                .isEqualTo(numbers(80));
        assertThat(database.sql(
                                "select distinct who from project_history join upload_row using (export_id) where upload_id = ?")
                        .param(id(upload))
                        .query(String.class)
                        .list())
                .containsExactly(submitter);
        assertThat(browser.get(upload).body()).doesNotContain("hx-trigger=\"every 2s\"");
    }

    @Test
    void second_press_of_the_button_shows_the_first_ones_page() {
        UUID token = UUID.randomUUID();

        String first = submit(file(3), token);

        assertThat(submit(file(3), token)).isEqualTo(first);
        awaitDone(first, "3 submitted");
        assertThat(submit(file(3), UUID.randomUUID())).isNotEqualTo(first);
    }

    @Test
    void upload_is_nobody_elses_business() {
        String upload = submit(file(1), UUID.randomUUID());

        HttpResponse<String> page = browser(application.user("other-" + UUID.randomUUID(), "portfolio", "erp-admin"))
                .get(upload);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such upload").doesNotContain(prefix);
    }

    @Test
    void rights_that_were_lost_meanwhile_are_missing_from_the_next_row_on() {
        String upload = submit(file(300), UUID.randomUUID());

        application.engine().getIdentityService().deleteMembership(submitter, "portfolio");

        await().atMost(Duration.ofMinutes(2)).until(() -> ended(upload) == 300);
        assertThat(database.sql("select distinct messages from upload_row where upload_id = ? and state = 'REFUSED'")
                        .param(id(upload))
                        .query(String.class)
                        .list())
                .containsExactly("[\"Only members of a project team may submit projects.\"]");
    }

    @Test
    void row_whose_result_cannot_be_stored_is_not_submitted_and_is_submitted_once_when_it_can() {
        database.sql("create sequence if not exists faults").update();
        database.sql("alter sequence faults restart").update();
        database.sql("""
                create or replace function fault() returns trigger language plpgsql as
                $$ begin if new.state = 'SUBMITTED' and new.label like '%s-2 %%' and nextval('faults') <= 4 then
                   raise exception 'the node dies here'; end if; return new; end $$
                """.formatted(prefix)).update();
        database.sql("create trigger fault before update on upload_row for each row execute function fault()")
                .update();

        String upload = submit(file(3), UUID.randomUUID());
        awaitDone(upload, "3 submitted");

        assertThat(database.sql("select project_number from project_export where project_number like ? order by 1")
                        .param(prefix + "%")
                        .query(String.class)
                        .list())
                .isEqualTo(numbers(3));
        assertThat(database.sql("""
                        select count(*) from act_ru_execution where parent_id_ is null and business_key_ in
                            (select cast(export_id as varchar) from upload_row where upload_id = ?)
                        """).param(id(upload)).query(Long.class).single())
                .isEqualTo(3);
        assertThat(database.sql("select sum(tries) from upload_row where upload_id = ?")
                        .param(id(upload))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refused_rows_say_why_in_their_place_and_undo_nothing_of_those_that_share_a_transaction_with_them() {
        List<String> numbers = numbers(25);
        String csv = file(25).replace(prefix + "-4,Pier " + prefix + "-4\n", prefix + "-4," + "x".repeat(300) + "\n")
                .replace(prefix + "-9,Pier", prefix + "-2,Dam")
                .replace(prefix + "-10,Pier", prefix + "-2,Weir");

        String upload = submit(csv, UUID.randomUUID());
        awaitDone(upload, "22 submitted, 3 refused");

        numbers.removeAll(List.of(numbers.get(3), numbers.get(8), numbers.get(9)));
        assertThat(database.sql(
                                "select project_number from project_export join project_history on export_id = project_export.id"
                                        + " where project_number like ? order by project_history.id")
                        .param(prefix + "%")
                        .query(String.class)
                        .list())
                .isEqualTo(numbers);
        assertThat(count("act_ru_execution where parent_id_ is null and business_key_ in"
                        + " (select cast(id as varchar) from project_export where project_number like ?)"))
                .isEqualTo(22);
        assertThat(database.sql(
                                "select messages from upload_row where upload_id = ? and state = 'REFUSED' order by sheet_row")
                        .param(id(upload))
                        .query(String.class)
                        .list())
                .hasSize(3)
                .satisfies(messages -> assertThat(messages.get(0)).contains("too long"))
                .allSatisfy(message -> assertThat(message).doesNotContain("Something went wrong"));
        assertThat(browser.get(upload).body())
                .contains("Project number %s-2 is already there: &quot;Pier %s-2&quot; is Ready to Export."
                        .formatted(prefix, prefix));
        assertThat(count(
                        "(select distinct project_history.xmin from project_history join project_export on project_export.id = export_id"
                                + " where project_number like ?) each_one"))
                .as("transactions")
                .isLessThan(12);
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from)
                .param(prefix + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void rejected_projects_come_back_by_file_and_go_to_the_approvers_again() {
        SubmittedProjects projects = new SubmittedProjects(application);
        String approver = application.user("approver-" + UUID.randomUUID(), "erp-standard", "can-push-to-accounting");
        Map<String, Object> fields = SubmittedProjects.fields("=HYPERLINK(\"x\"); Brücke 🌉");
        String exportId = projects.submit(submitter, fields);
        application.as(approver).post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", "Too high"));
        String file = browser.get(PAGE + "/rejected.csv").body();
        assertThat(file).contains("12500.50");

        String preview = browser.post(
                        PAGE, PAGE + "/read", Map.of("csv", file.substring(1).replace("12500.50", "900")))
                .body();
        assertThat(preview)
                .contains(
                        "1 correction in this file", "Too high", "Estimate: 12,500.50 → 900.00", "Submit 1 correction")
                .doesNotContain("Project name: ");
        awaitDone(submit(file.substring(1).replace("12500.50", "900"), UUID.randomUUID()), "submitted as a correction");

        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
        HttpAnswer seen = projects.seenByAdmin(exportId);
        assertThat(seen.text("projectName")).isEqualTo(fields.get("projectName"));
        assertThat(seen.text("estimateAmount")).isEqualTo("900.0");
        assertThat(seen.text("round")).isEqualTo("2");
        assertThat(application
                        .as(submitter)
                        .get("/api/projects")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private String submit(String csv, UUID token) {
        Map<String, String> form = new HashMap<>(Map.of("csv", csv, "token", token.toString()));
        HttpResponse<String> answer = browser.post(PAGE, PAGE + "/submit", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private void awaitDone(String upload, String said) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(browser.get(upload).body())
                        .doesNotContain("<progress")
                        .contains(said));
    }

    private long ended(String upload) {
        return database.sql("select count(*) from upload_row where upload_id = ? and state <> 'WAITING'")
                .param(id(upload))
                .query(Long.class)
                .single();
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }

    private String file(int rows) {
        return numbers(rows).stream()
                .map(number -> number + ",Pier " + number)
                .collect(Collectors.joining("\n", "projectNumber,projectName\n", "\n"));
    }

    private List<String> numbers(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "%s-%d".formatted(prefix, row))
                .collect(Collectors.toList());
    }

    private FormBrowser browser(String userId) {
        FormBrowser session = new FormBrowser(application.url());
        session.logIn(userId, RunningApplication.PASSWORD);
        return session;
    }
}
