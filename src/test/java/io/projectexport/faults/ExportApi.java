package io.projectexport.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do, at whichever node answers; a request whose answer was lost is sent again, as people do. */
final class ExportApi {

    private static final DateTimeFormatter ENGINE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private final ClientTroubles troubles = new ClientTroubles();
    private final AnyNode nodes;

    ExportApi(List<Node> nodes) {
        this.nodes = new AnyNode(nodes, troubles);
    }

    /** What its requests met. */
    ClientTroubles troubles() {
        return troubles;
    }

    /** Adds the person. */
    void add(FaultPerson person) {
        Map<String, Object> profile = Map.of("id", person.login(), "firstName", person.name(), "lastName", "Person");
        Map<String, Object> user = Map.of("profile", profile, "credentials", Map.of("password", FaultPerson.PASSWORD));
        nodes.send(FaultPerson.ADMIN, "POST", "/engine-rest/user/create", user).expect(204);
        person.groups()
                .forEach(group -> nodes.send(
                                FaultPerson.ADMIN,
                                "PUT",
                                "/engine-rest/group/%s/members/%s".formatted(group, person.login()),
                                Map.of())
                        .expect(204));
    }

    /** Submits the project once, however often that has to be said. */
    UUID submit(Map<String, Object> project) {
        AnyNode.Answer answer = nodes.send(FaultPerson.SUBMITTER, "POST", "/api/projects", project)
                .expect(201, 409);
        return answer.status() == 201 ? exportId(answer.body()) : find((String) project.get("projectNumber"));
    }

    /** Accepts, or finds it accepted already. */
    void accept(UUID exportId) {
        nodes.send(FaultPerson.APPROVER, "POST", "/api/projects/" + exportId + "/accept", null)
                .expect(200, 409);
    }

    /** Retries, unless it is no failed export any more. */
    void retry(UUID exportId) {
        nodes.send(FaultPerson.APPROVER, "POST", "/api/projects/" + exportId + "/retry", null)
                .expect(200, 409);
    }

    /** The project exports that failed, some of them when they are many. */
    List<UUID> failed() {
        return nodes
                .get(FaultPerson.APPROVER, "/api/projects?status=FAILED_TO_EXPORT&sort=submittedAt&size=200")
                .path("items")
                .findValuesAsText("exportId")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Lets the engine's jobs that would wait longer than that go on now. */
    void hurry(Duration longest) {
        String after = URLEncoder.encode(ENGINE_TIME.format(Instant.now().plus(longest)), StandardCharsets.UTF_8);
        String waiting = "/engine-rest/job?processDefinitionKey=project-export&dueDates=gt_" + after;
        nodes.get(FaultPerson.ADMIN, waiting).findValuesAsText("id").forEach(this::hurry);
    }

    private void hurry(String job) {
        Map<String, Object> now = Map.of("duedate", ENGINE_TIME.format(Instant.now()));
        // 404 or 409 when the job has gone on in the meantime
        nodes.send(FaultPerson.ADMIN, "PUT", "/engine-rest/job/" + job + "/duedate", now)
                .expect(204, 404, 409);
    }

    private UUID find(String projectNumber) {
        JsonNode found = nodes.get(FaultPerson.SUBMITTER, "/api/projects?search=" + projectNumber)
                .path("items");
        for (JsonNode project : found) {
            if (project.path("projectNumber").asText().equals(projectNumber)) {
                return exportId(project);
            }
        }
        throw new AssertionError("Project %s is taken but not there: %s".formatted(projectNumber, found));
    }

    private static UUID exportId(JsonNode project) {
        return UUID.fromString(project.path("exportId").asText());
    }
}
