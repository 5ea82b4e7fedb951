package io.projectexport.system;

import io.projectexport.process.guard.GuardedModels;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A deployment as Camunda Modeler sends it: fields, and each file as a part of its own name. */
final class SentDeployment {

    private static final String BOUNDARY = "a-boundary-that-no-model-has";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> files = new TreeMap<>();

    private SentDeployment(String name) {
        fields.put("deployment-name", name);
        fields.put("deployment-source", "Camunda Modeler");
        fields.put("enable-duplicate-filtering", "true");
    }

    /** The export's model with its forms, as they are shipped. */
    static SentDeployment ofExport(String name) {
        SentDeployment sent = new SentDeployment(name);
        GuardedModels.shipped().forEach((file, bytes) -> {
            if (!file.startsWith("daily-summary")) {
                sent.files.put(file, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return sent;
    }

    static SentDeployment ofFile(String name, String file, String content) {
        SentDeployment sent = new SentDeployment(name);
        sent.files.put(file, content);
        return sent;
    }

    SentDeployment with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Changes the export's model. */
    SentDeployment edited(String text, String replacement) {
        return edited("project-export.bpmn", text, replacement);
    }

    SentDeployment edited(String file, String text, String replacement) {
        if (!files.get(file).contains(text)) {
            throw new AssertionError("%s has no %s".formatted(file, text));
        }
        files.put(file, files.get(file).replace(text, replacement));
        return this;
    }

    SentDeployment without(String file) {
        files.remove(file);
        return this;
    }

    HttpAnswer deployAs(LoggedInClient person) {
        return send(person, "/engine-rest/deployment/create", true);
    }

    /** Has it checked, and not deployed. */
    HttpAnswer checkAs(LoggedInClient person) {
        return send(person, "/api/models/check", false);
    }

    /** Has it played, and not deployed. */
    HttpAnswer rehearseAs(LoggedInClient person) {
        return send(person, "/api/models/rehearse", false);
    }

    private HttpAnswer send(LoggedInClient person, String path, boolean isDeployment) {
        StringBuilder body = new StringBuilder();
        if (isDeployment) {
            fields.forEach((name, value) -> add(body, "name=\"%s\"".formatted(name), value));
        }
        files.forEach((name, content) -> add(
                body,
                "name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/xml".formatted(isDeployment ? name : "files", name),
                content));
        return person.post(
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                body.append("--" + BOUNDARY + "--\r\n").toString());
    }

    private static void add(StringBuilder body, String disposition, String content) {
        body.append("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition));
        body.append(content).append("\r\n");
    }
}
