package io.projectexport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.process.guard.GuardedModels;
import io.projectexport.process.guard.ModelWalk;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures how long models are checked, and rehearsed with the last 500 of 100,000 finished projects; it takes a minute, so that it runs by its name only. */
@Tag("benchmark")
class RehearsalRun {

    private static final String BOUNDARY = "a-boundary-that-no-model-has";
    private static final String MODEL = "project-export.bpmn";
    private static final String TABLE = "docs/examples/who-approves.dmn";

    private final int repetitions = Integer.getInteger("repetitions", 10);
    private final int finished = Integer.getInteger("finished", 100_000);
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void each_is_answered_and_its_times_are_printed() throws IOException, InterruptedException {
        try (MeasuredApplication application = new MeasuredApplication()) {
            new ManyProjects(application.database(), finished, 1_000).fill();
            measure(application, "check", "both models, as they are", GuardedModels.shipped(), RehearsalRun::found);
            for (Map.Entry<String, Map<String, byte[]>> model : models().entrySet()) {
                measure(application, "rehearse", model.getKey(), model.getValue(), RehearsalRun::said);
            }
        }
    }

    private static Map<String, Map<String, byte[]>> models() throws IOException {
        String walk = "a second approver above an amount";
        Map<String, Map<String, byte[]>> models = new LinkedHashMap<>();
        models.put("as it is", GuardedModels.shipped());
        models.put(walk, ModelWalk.files(walk));
        models.put("the same by a decision table", byTable(ModelWalk.files(walk)));
        models.put(
                "the same by a field that nobody knows any more",
                edited(ModelWalk.files(walk), "${estimate &gt; 100000}", "${costCentre == '4711'}"));
        return models;
    }

    private static Map<String, byte[]> byTable(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> asking = edited(files, "${estimate &gt; 100000}", "${approvalLevel == 'director'}");
        Map<String, byte[]> all = edited(asking, "<bpmn:exclusiveGateway id=\"gateway_large\"", """
                <bpmn:businessRuleTask id="task_who" name="Who approves?" camunda:decisionRef="who-approves"
                    camunda:mapDecisionResult="singleEntry" camunda:resultVariable="approvalLevel">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="estimate">${estimate}</camunda:inputParameter>
                    <camunda:inputParameter name="client">${client}</camunda:inputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:businessRuleTask>
                <bpmn:sequenceFlow id="flow_asked" sourceRef="task_who" targetRef="gateway_large" />
                <bpmn:exclusiveGateway id="gateway_large\"""");
        all = edited(all, "targetRef=\"gateway_large\">", "targetRef=\"task_who\">");
        all.put("who-approves.dmn", Files.readAllBytes(Path.of(TABLE)));
        return all;
    }

    private static Map<String, byte[]> edited(Map<String, byte[]> files, String text, String replacement) {
        String model = new String(files.get(MODEL), StandardCharsets.UTF_8);
        assertThat(model).contains(text);
        files.put(MODEL, model.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private void measure(
            MeasuredApplication application,
            String what,
            String name,
            Map<String, byte[]> files,
            Function<JsonNode, String> words)
            throws IOException, InterruptedException {
        HttpRequest request = application
                .byAdmin("/api/models/" + what)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body(files)))
                .build();
        long[] millis = new long[repetitions];
        String answer = "";
        for (int i = 0; i < repetitions; i++) {
            long start = System.nanoTime();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            millis[i] = (System.nanoTime() - start) / 1_000_000;
            answer = response.body();
            assertThat(response.statusCode()).as(answer).isEqualTo(200);
        }
        System.out.printf(
                "%-8s %-50s first %,5d ms, then %s ms; %s%n",
                what,
                name,
                millis[0],
                LongStream.of(millis)
                        .skip(1)
                        .sorted()
                        .boxed()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")),
                words.apply(new ObjectMapper().readTree(answer)));
    }

    private static String found(JsonNode check) {
        return "%d findings".formatted(check.path("findings").size());
    }

    private static String said(JsonNode rehearsal) {
        JsonNode groups = rehearsal.path("groups");
        return "%d rehearsed, %d as they did; %s"
                .formatted(
                        rehearsal.path("rehearsed").asInt(),
                        rehearsal.path("asTheyDid").asInt(),
                        IntStream.range(0, groups.size())
                                .mapToObj(groups::get)
                                .map(group -> "%s (%s, perhaps %s)"
                                        .formatted(
                                                group.path("what").asText(),
                                                group.path("projects"),
                                                group.path("perhaps")))
                                .collect(Collectors.joining(", ")));
    }

    private static String body(Map<String, byte[]> files) {
        return files.entrySet().stream()
                        .map(file ->
                                "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n"
                                        .formatted(
                                                BOUNDARY,
                                                file.getKey(),
                                                new String(file.getValue(), StandardCharsets.UTF_8)))
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }
}
