package io.projectexport.benchmark.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This product with all that it promises, through its API with HTTP Basic. */
final class ProductSystem implements MeasuredSystem {

    private static final String PASSWORD = "Benchmark-1234";
    private static final String SUBMITTER = "sam";
    private static final String APPROVER = "anna";

    private final String database;
    private final Nodes nodes;
    private JsonApi submitter;
    private JsonApi approver;

    /** With a database of that name, which it creates, and settings as {@code name=value} unless others are given for the run. */
    ProductSystem(String name, MeasuredDatabase database, SandboxXero xero, String... settings) {
        this.database = name;
        nodes = new Nodes(
                name,
                Programs.product(),
                lastOfEach(Stream.of(
                        needed(database.create(name), xero),
                        Stream.of(settings),
                        Stream.of(System.getProperty("settings", "").split(",")))),
                "/actuator/health/readiness");
    }

    private static List<String> lastOfEach(Stream<Stream<String>> settings) {
        Map<String, String> byName = new LinkedHashMap<>();
        settings.flatMap(some -> some)
                .filter(setting -> !setting.isBlank())
                .forEach(setting -> byName.put(setting.substring(0, setting.indexOf('=')), setting));
        return List.copyOf(byName.values());
    }

    private static Stream<String> needed(String databaseUrl, SandboxXero xero) {
        return Stream.of(
                "spring.datasource.url=" + databaseUrl,
                "spring.mail.host=localhost",
                "mail.from=exports@example.com",
                "app.base-url=http://localhost",
                "admin.user=admin",
                "admin.password=" + PASSWORD,
                "xero.client-id=" + xero.tokens().clientId(),
                "xero.client-secret=" + xero.tokens().clientSecret(),
                "xero.api-url=" + xero.url(),
                "xero.token-url=" + xero.tokenUrl(),
                "xero.calls-per-minute=1000000");
    }

    @Override
    public String name() {
        return "this product";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public Duration start(int count) {
        Duration took = nodes.start(count);
        submitter = JsonApi.basic(nodes.urls(), SUBMITTER, PASSWORD);
        approver = JsonApi.basic(nodes.urls(), APPROVER, PASSWORD);
        return took;
    }

    /** Once, after the first start. */
    ProductSystem addPeople() {
        add(SUBMITTER, "portfolio");
        add(APPROVER, "erp-standard", "can-push-to-accounting");
        return this;
    }

    private void add(String user, String... groups) {
        JsonApi admin = JsonApi.basic(nodes.urls(), "admin", PASSWORD);
        Map<String, Object> profile = Map.of("id", user, "firstName", "Robin", "lastName", "Taylor");
        admin.post("/engine-rest/user/create", Map.of("profile", profile, "credentials", Map.of("password", PASSWORD)));
        Stream.of(groups)
                .forEach(group ->
                        admin.send("PUT", "/engine-rest/group/%s/members/%s".formatted(group, user), Map.of()));
    }

    @Override
    public void submit(List<CycleProject> projects) {
        if (projects.size() == 1) {
            submitter.post("/api/projects", fields(projects.get(0)));
        } else {
            submitter.post(
                    "/api/projects/bulk",
                    projects.stream().map(ProductSystem::fields).toList());
        }
    }

    /** By what their numbers have in common. */
    @Override
    public List<String> find(List<CycleProject> projects) {
        String number = projects.get(0).number();
        String search = projects.size() == 1 ? number : number.substring(0, number.lastIndexOf('-') + 1);
        JsonNode found = approver.get("/api/projects?size=200&search=" + search);
        return found.path("items").findValuesAsText("exportId");
    }

    @Override
    public void accept(List<String> exportIds) {
        if (exportIds.size() == 1) {
            approver.post("/api/projects/%s/accept".formatted(exportIds.get(0)), Map.of());
        } else {
            approver.post("/api/projects/accept", Map.of("exportIds", exportIds));
        }
    }

    @Override
    public void close() {
        nodes.close();
    }

    private static Map<String, Object> fields(CycleProject project) {
        return Map.of(
                "projectNumber",
                project.number(),
                "projectName",
                project.name(),
                "estimateAmount",
                CycleProject.ESTIMATE);
    }
}
