package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many projects in one call: those that go through share transactions, and each has the answer that it would have alone. */
@ExtendWith(SharedApplication.class)
class BulkSubmissionsTest {

    private final RunningApplication application;
    private final JdbcClient database;
    private final String submitter;
    private final String prefix = "B" + UUID.randomUUID().toString().substring(0, 8);

    BulkSubmissionsTest(RunningApplication application) {
        this.application = application;
        database = application.database();
        submitter = submitter();
    }

    private String submitter() {
        return application.user("team-" + UUID.randomUUID(), "portfolio");
    }

    @Test
    void rows_share_a_transaction_by_25_and_keep_their_order() {
        List<JsonNode> results = submit(submitter, projects(60));

        assertThat(ids(results)).hasSize(60).isEqualTo(stored());
        assertThat(count("(select distinct project_history.xmin from project_history join project_export"
                        + " on project_export.id = export_id where project_number like ?) each_one"))
                .isEqualTo(3);
    }

    @Test
    void refused_rows_have_their_own_answers_and_leave_nothing_of_themselves() {
        List<Object> projects = new ArrayList<>(projects(27));
        projects.set(0, Map.of("projectNumber", number(1)));
        projects.set(6, Map.of("number", number(7)));
        projects.set(11, project(3));
        projects.set(12, "Pier");
        projects.set(25, project(20));

        List<JsonNode> results = submit(submitter, projects);

        assertThat(results)
                .extracting(result -> result.path("row").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 27).boxed().toList());
        assertThat(refusals(results))
                .containsExactly("1 projectName", "7 number", "12 projectNumber", "13 ", "26 projectNumber");
        assertThat(results.get(11).path("errors").get(0).path("message").asText())
                .isEqualTo("Project number %s is already there: \"Pier\" is Ready to Export.".formatted(number(3)));
        assertThat(results.get(11).path("errors").get(0).toString())
                .contains(results.get(2).path("exportId").asText());
        assertThat(ids(results)).isEqualTo(stored());
        assertThat(count("act_ru_execution where parent_id_ is null and business_key_ in"
                        + " (select cast(id as varchar) from project_export where project_number like ?)"))
                .isEqualTo(22);
        assertThat(refusals(submit(submitter, projects(27))))
                .as("all but three again")
                .hasSize(22);
    }

    @Test
    void same_numbers_at_the_same_time_in_other_orders_are_submitted_once_and_named_to_the_other_person() {
        List<Object> projects = projects(50);
        List<Object> reversed = new ArrayList<>(projects);
        Collections.reverse(reversed);
        String other = submitter();

        CompletableFuture<List<JsonNode>> one = CompletableFuture.supplyAsync(() -> submit(submitter, projects));
        CompletableFuture<List<JsonNode>> two = CompletableFuture.supplyAsync(() -> submit(other, reversed));

        assertThat(Stream.concat(ids(one.join()).stream(), ids(two.join()).stream()))
                .containsExactlyInAnyOrderElementsOf(stored())
                .hasSize(50);
        assertThat(Stream.concat(refusals(one.join()).stream(), refusals(two.join()).stream()))
                .hasSize(50)
                .allSatisfy(refusal -> assertThat(refusal).endsWith("projectNumber"));
    }

    private List<JsonNode> submit(String userId, List<?> projects) {
        HttpAnswer answer = application.as(userId).post("/api/projects/bulk", projects);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("results").spliterator(), false)
                .toList();
    }

    private List<Object> projects(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(this::project).toList();
    }

    private Object project(int row) {
        return Map.of("projectNumber", number(row), "projectName", "Pier");
    }

    private String number(int row) {
        return prefix + "-" + row;
    }

    private static List<String> ids(List<JsonNode> results) {
        return results.stream()
                .filter(result -> result.path("exportId").isTextual())
                .map(result -> result.path("exportId").asText())
                .toList();
    }

    /** Row and field of the first error of each that was refused. */
    private static List<String> refusals(List<JsonNode> results) {
        return results.stream()
                .filter(result -> !result.path("exportId").isTextual())
                .map(result -> result.path("row").asText() + " "
                        + result.path("errors").get(0).path("field").asText())
                .toList();
    }

    /** Ids in the order of submission. */
    private List<String> stored() {
        return database.sql("select cast(export_id as varchar) from project_history join project_export"
                        + " on project_export.id = export_id where project_number like ? order by project_history.id")
                .param(prefix + "%")
                .query(String.class)
                .list();
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from)
                .param(prefix + "%")
                .query(Long.class)
                .single();
    }
}
