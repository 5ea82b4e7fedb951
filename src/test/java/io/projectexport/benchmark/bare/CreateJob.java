package io.projectexport.benchmark.bare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** One call that creates a job, and nothing that makes it happen exactly once. */
final class CreateJob implements JavaDelegate {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI projects;
    private final String accessToken;

    CreateJob(String url, String accessToken) {
        this.projects = URI.create(url);
        this.accessToken = accessToken;
    }

    @Override
    public void execute(DelegateExecution execution) throws IOException, InterruptedException {
        Map<String, Object> job = Map.of(
                "name",
                execution.getVariable("projectNumber") + " - " + execution.getVariable("projectName"),
                "estimateAmount",
                execution.getVariable("estimateAmount"));
        HttpRequest request = HttpRequest.newBuilder(projects)
                .header("Authorization", "Bearer " + accessToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(job)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("Xero answered %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }
}
