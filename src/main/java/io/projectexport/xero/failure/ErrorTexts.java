package io.projectexport.xero.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds Xero's own words in the body of an error; each of its APIs puts them elsewhere. */
final class ErrorTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ErrorTexts() {}

    /** Every text, word for word, in Xero's order; empty for a body that is no JSON object, such as a proxy's page. */
    static List<String> in(String body) {
        JsonNode root = json(body);
        Set<String> texts = new LinkedHashSet<>();
        add(texts, root.path("message"));
        add(texts, root.path("modelState"));
        root.path("Elements").findValues("ValidationErrors").forEach(errors -> addMessages(texts, errors));
        if (texts.isEmpty()) {
            add(texts, root.path("Message"));
        }
        if (texts.isEmpty()) {
            add(texts, root.path("Detail"));
            add(texts, root.path("error"));
        }
        return new ArrayList<>(texts);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body == null ? "" : body);
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static void addMessages(Set<String> texts, JsonNode validationErrors) {
        validationErrors.forEach(error -> add(texts, error.path("Message")));
    }

    /** Adds the text, or every text below the node. */
    private static void add(Set<String> texts, JsonNode node) {
        if (node.isTextual() && !node.textValue().isBlank()) {
            texts.add(node.textValue());
        }
        node.forEach(below -> add(texts, below));
    }
}
