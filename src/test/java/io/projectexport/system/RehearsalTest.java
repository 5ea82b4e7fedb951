package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.ModelWalk;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What would have happened to projects that really finished, by the API; in an application of its own, since other tests change models. */
@ExtendWith(PreviousEngine.class)
class RehearsalTest {

    private static final String WALK = "a second approver above an amount";

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' order by 1";

    private static RunningApplication application;
    private static String team;
    private static LoggedInClient approver;

    private final SubmittedProjects projects = new SubmittedProjects(application);

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase();
        application.stopScheduledWork();
        team = application.user("team", "portfolio");
        approver = application.as(application.user("approver", "erp-standard", "can-push-to-accounting"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static SentDeployment walk() {
        SentDeployment sent = SentDeployment.ofExport("rehearsed").edited("versionTag=\"1", "versionTag=\"91");
        ModelWalk.edits(WALK).forEach(edit -> sent.edited(edit.file(), edit.before(), edit.after()));
        return sent;
    }

    private String synced(String name, double estimate) {
        Map<String, Object> fields = SubmittedProjects.fields(name);
        fields.put("estimateAmount", estimate);
        String exportId = projects.submit(team, fields);
        approver.post("/api/projects/%s/accept".formatted(exportId));
        projects.awaitStatus(exportId, "SYNCED");
        return exportId;
    }

    @Test
    void the_answer_counts_and_names_the_projects_that_would_have_waited_elsewhere() {
        String large = synced("Rehearsed large", 250_000);
        String small = synced("Rehearsed small", 1_000);

        HttpAnswer answer = walk().rehearseAs(application.as(RunningApplication.ADMIN));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode group = group(answer, "ALSO_WAITED");
        assertThat(group.path("what").asText())
                .isEqualTo("would also have waited at “Confirm as director” for ERP administrators");
        assertThat(group.path("element").asText()).isEqualTo("userTask_confirmAsDirector");
        assertThat(group.path("projects").asInt()).isPositive();
        assertThat(group.path("examples").findValuesAsText("exportId"))
                .contains(large)
                .doesNotContain(small);
        assertThat(answer.json().path("deployable").asBoolean()).isTrue();
        assertThat(answer.json().path("rehearsed").asInt())
                .isGreaterThanOrEqualTo(answer.json().path("asTheyDid").asInt() + 1);
        assertThat(answer.json().path("unknown")).isNotEmpty();
    }

    @Test
    void the_model_as_it_is_does_what_it_did() {
        synced("Rehearsed as it was", 1_000);

        HttpAnswer answer = SentDeployment.ofExport("rehearsed").rehearseAs(application.as(RunningApplication.ADMIN));

        assertThat(answer.json().path("asTheyDid").asInt())
                .as(answer.body())
                .isPositive()
                .isEqualTo(answer.json().path("rehearsed").asInt());
    }

    @Test
    void what_cannot_be_deployed_is_played_too_with_what_is_wrong() {
        HttpAnswer answer = SentDeployment.ofExport("rehearsed")
                .edited(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${decision == 'accept'}",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${decision == 'agree'}")
                .rehearseAs(application.as(RunningApplication.ADMIN));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("deployable").asBoolean()).isFalse();
        assertThat(answer.json().path("findings")).isNotEmpty();
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_sentence() {
        HttpAnswer answer = SentDeployment.ofExport("rehearsed")
                .edited("<bpmn:process ", "<bpmn:proces ")
                .rehearseAs(application.as(RunningApplication.ADMIN));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("that can be read").doesNotContain("Exception");
    }

    @Test
    void only_administrators_and_process_owners_may() {
        String owner = application.user("rehearsal-owner", "process-owners");

        assertThat(walk().rehearseAs(application.as(owner)).status()).isEqualTo(200);
        assertThat(walk().rehearseAs(approver).status()).isEqualTo(403);
        assertThat(walk().rehearseAs(application.as(team)).status()).isEqualTo(403);
        assertThat(application.inBrowser(owner).get("/admin/models").body())
                .contains("Rehearse")
                .doesNotContain(">Deploy</button>");
    }

    @Test
    void nothing_is_left_behind() {
        synced("Rehearsed and left alone", 250_000);
        LoggedInClient admin = application.as(RunningApplication.ADMIN);
        walk().rehearseAs(admin);
        Map<String, Long> before = rows();

        assertThat(walk().rehearseAs(admin).status()).isEqualTo(200);

        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        application
                .database()
                .sql(TABLES)
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        application
                                .database()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }

    private static JsonNode group(HttpAnswer answer, String kind) {
        for (JsonNode group : answer.json().path("groups")) {
            if (group.path("kind").asText().equals(kind)) {
                return group;
            }
        }
        throw new AssertionError(answer.body());
    }
}
