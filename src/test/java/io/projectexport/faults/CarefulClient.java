package io.projectexport.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.faults.ClientAnswers.ClientAnswer;
import io.projectexport.faults.LoadBalancer.DroppedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A client of the API that looks, when a connection dropped, before it sends the same again. */
final class CarefulClient {

    private static final String PROJECTS = "/api/projects";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadBalancer nodes;
    private final ClientAnswers answers;

    CarefulClient(LoadBalancer nodes, ClientAnswers answers) {
        this.nodes = nodes;
        this.answers = answers;
    }

    /** An answer that nobody should get, which is kept already. */
    static final class UnexpectedAnswerException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    UUID submit(Map<String, Object> project) {
        return submit(project, List.of(201));
    }

    private UUID submit(Map<String, Object> project, List<Integer> statuses) {
        String number = (String) project.get("projectNumber");
        try {
            return submitted(project, number, statuses);
        } catch (DroppedException unknown) {
            return find(FaultPerson.SUBMITTER, number).orElseGet(() -> submit(project, List.of(201, 409)));
        }
    }

    private UUID submitted(Map<String, Object> project, String number, List<Integer> statuses) throws DroppedException {
        ClientAnswer answer = nodes.post(FaultPerson.SUBMITTER, PROJECTS, project);
        JsonNode body = body("POST /api/projects", answer, statuses);
        return answer.status() == 201
                ? exportId(body)
                : find(FaultPerson.SUBMITTER, number).orElseThrow(() -> missing(number));
    }

    /** What an approver finds by its number. */
    UUID find(String number) {
        return find(FaultPerson.APPROVER, number).orElseThrow(() -> missing(number));
    }

    private Optional<UUID> find(FaultPerson person, String number) {
        ClientAnswer answer = nodes.get(person, PROJECTS + "?search=" + number);
        List<UUID> found =
                body("GET /api/projects?search=", answer, List.of(200)).path("items").findParents("exportId").stream()
                        .map(CarefulClient::exportId)
                        .toList();
        if (found.size() > 1) {
            answers.unexpected("%s is there %d times".formatted(number, found.size()));
        }
        return found.stream().findFirst();
    }

    private UnexpectedAnswerException missing(String number) {
        answers.unexpected(number + " was submitted and not found");
        return new UnexpectedAnswerException();
    }

    void accept(UUID exportId) {
        accept(exportId, List.of(200));
    }

    private void accept(UUID exportId, List<Integer> statuses) {
        try {
            accepted(exportId, statuses);
        } catch (DroppedException unknown) {
            if (status(exportId).equals("READY_TO_EXPORT")) {
                accept(exportId, List.of(200, 409));
            }
        }
    }

    private void accepted(UUID exportId, List<Integer> statuses) throws DroppedException {
        body(
                "POST /api/projects/{id}/accept",
                nodes.post(FaultPerson.APPROVER, PROJECTS + "/" + exportId + "/accept", null),
                statuses);
    }

    String status(UUID exportId) {
        ClientAnswer answer = nodes.get(FaultPerson.APPROVER, PROJECTS + "/" + exportId);
        return body("GET /api/projects/{id}", answer, List.of(200))
                .path("status")
                .asText();
    }

    private JsonNode body(String request, ClientAnswer answer, List<Integer> statuses) {
        if (!answers.expect(request, answer, statuses)) {
            throw new UnexpectedAnswerException();
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            answers.unexpected("%s was answered %s".formatted(request, answer.body()));
            throw new UnexpectedAnswerException();
        }
    }

    private static UUID exportId(JsonNode project) {
        return UUID.fromString(project.path("exportId").asText());
    }
}
