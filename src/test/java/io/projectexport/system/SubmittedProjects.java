package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Projects as project teams submit them through the API, and what became of them. */
final class SubmittedProjects {

    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private final RunningApplication application;

    SubmittedProjects(RunningApplication application) {
        this.application = application;
    }

    /** Complete and right, with a number of its own. */
    static Map<String, Object> fields(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("projectNumber", "W-" + LAST.incrementAndGet());
        fields.put("projectName", name);
        fields.put("street", "1 Quay Street");
        fields.put("city", "Auckland");
        fields.put("country", "New Zealand");
        fields.put("client", "Harbour Council");
        fields.put("estimateAmount", 12500.5);
        fields.put("deadline", "2027-03-31");
        return fields;
    }

    /** The id of a new project of this person, Ready to Export. */
    String submit(String userId, String name) {
        return submit(userId, fields(name));
    }

    String submit(String userId, Map<String, Object> fields) {
        HttpAnswer answer = application.as(userId).post("/api/projects", fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("exportId");
    }

    String status(String exportId) {
        return seenByAdmin(exportId).text("status");
    }

    /** Everything about it. */
    HttpAnswer seenByAdmin(String exportId) {
        return application.as(RunningApplication.ADMIN).get("/api/projects/" + exportId);
    }

    void awaitStatus(String exportId, String status) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(25))
                .untilAsserted(
                        () -> assertThat(seenByAdmin(exportId).body()).contains("\"status\":\"%s\"".formatted(status)));
    }

    /** The open task of this project in Camunda, whoever may see it. */
    String task(String exportId) {
        return application
                .engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(exportId)
                .singleResult()
                .getId();
    }
}
