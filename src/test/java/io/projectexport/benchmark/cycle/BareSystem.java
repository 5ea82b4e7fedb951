package io.projectexport.benchmark.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.benchmark.bare.BareCamunda;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Camunda's REST API as it comes: without login, history level full. */
final class BareSystem implements MeasuredSystem {

    private static final String DATABASE = "bare";

    private final Nodes nodes;
    private JsonApi api;

    BareSystem(MeasuredDatabase database, SandboxXero xero) {
        nodes = new Nodes(
                "bare",
                Programs.bareCamunda(),
                List.of(
                        "spring.datasource.url=" + database.create(DATABASE),
                        "camunda.bpm.auto-deployment-enabled=false",
                        "xero.projects-url=" + xero.url() + "/projects.xro/2.0/Projects",
                        "xero.access-token=" + xero.tokens().issue()),
                "/engine-rest/process-definition/key/" + BareCamunda.PROCESS);
    }

    @Override
    public String name() {
        return "bare Camunda";
    }

    @Override
    public String database() {
        return DATABASE;
    }

    @Override
    public Duration start(int count) {
        Duration took = nodes.start(count);
        api = JsonApi.anonymous(nodes.urls());
        return took;
    }

    @Override
    public void submit(List<CycleProject> projects) {
        projects.forEach(project -> api.post(
                "/engine-rest/process-definition/key/%s/start".formatted(BareCamunda.PROCESS),
                Map.of("businessKey", project.number(), "variables", variables(project))));
    }

    @Override
    public List<String> find(List<CycleProject> projects) {
        return projects.stream().map(this::find).toList();
    }

    private String find(CycleProject project) {
        JsonNode tasks = api.get("/engine-rest/task?processInstanceBusinessKey=" + project.number());
        return tasks.path(0).path("id").asText();
    }

    @Override
    public void accept(List<String> tasks) {
        tasks.forEach(task -> api.post("/engine-rest/task/%s/complete".formatted(task), Map.of()));
    }

    @Override
    public void close() {
        nodes.close();
    }

    private static Map<String, Object> variables(CycleProject project) {
        return Map.of(
                "projectNumber",
                Map.of("value", project.number()),
                "projectName",
                Map.of("value", project.name()),
                "estimateAmount",
                Map.of("value", CycleProject.ESTIMATE));
    }
}
