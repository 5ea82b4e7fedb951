package io.projectexport.xero.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Finds Xero's own words in the body of an error; each of its APIs puts them elsewhere. */
final class ErrorTexts {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** More would hide one another. */
    private static final int MOST = 20;

    private static final List<String> MESSAGE_FIELDS =
            List.of("Message", "message", "Detail", "detail", "reason", "description");

    /** What a proxy adds to the name of a status. */
    private static final Pattern NOISE = Pattern.compile(
            "(?i)\\b(\\d{3}|error|nginx|openresty|cloudflare|microsoft-azure[^ ]*)\\b|/[\\d.]+|[^\\p{L}\\p{N}]+");

    private ErrorTexts() {}

    /** Every text, plain and bounded, in Xero's order; empty for a body without words, such as a proxy's page. */
    static List<String> in(String body) {
        JsonNode root = json(body);
        List<String> texts = root.isMissingNode() ? words(body) : new ArrayList<>(in(root));
        List<String> plain = texts.stream()
                .map(XeroText::words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return plain.size() <= MOST ? plain : withoutRest(plain);
    }

    private static List<String> withoutRest(List<String> texts) {
        List<String> first = new ArrayList<>(texts.subList(0, MOST));
        first.add("Xero gave %d more reasons.".formatted(texts.size() - MOST));
        return first;
    }

    private static Set<String> in(JsonNode root) {
        Set<String> texts = new LinkedHashSet<>();
        if (!root.isObject()) {
            addAll(texts, root);
            return texts;
        }
        add(texts, root.path("message"));
        add(texts, root.path("modelState"));
        root.path("Elements").findValues("ValidationErrors").forEach(errors -> addMessages(texts, errors));
        if (texts.isEmpty()) {
            add(texts, root.path("Message"));
        }
        if (texts.isEmpty()) {
            addProblem(texts, root);
        }
        if (texts.isEmpty()) {
            addSentences(texts, root);
        }
        return texts;
    }

    /** Problem details (RFC 9457) and errors of OAuth; a title says nothing that a detail does not say better. */
    private static void addProblem(Set<String> texts, JsonNode root) {
        for (String field : List.of("Detail", "detail", "errors", "Errors", "invalid-params", "error_description")) {
            addAll(texts, root.path(field));
        }
        for (String field : List.of("error", "title", "Title", "reason")) {
            if (texts.isEmpty()) {
                addAll(texts, root.path(field));
            }
        }
    }

    /** Every message of a list, or else every text below the node. */
    private static void addAll(Set<String> texts, JsonNode node) {
        List<JsonNode> messages = MESSAGE_FIELDS.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .toList();
        if (!messages.isEmpty()) {
            add(texts, messages.get(0));
        } else if (node.isContainerNode()) {
            node.forEach(below -> addAll(texts, below));
        } else {
            add(texts, node);
        }
    }

    /** Every text of more than a word, under whatever name, because no list of names is complete. */
    private static void addSentences(Set<String> texts, JsonNode node) {
        if (node.isTextual() && node.textValue().strip().contains(" ")) {
            texts.add(node.textValue());
        }
        node.forEach(below -> addSentences(texts, below));
    }

    /** Missing for what is no JSON. */
    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body == null ? "" : body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }

    /** Those of a page or of plain text, unless they only name the status, or are JSON that was cut. */
    private static List<String> words(String body) {
        String words = body == null || body.stripLeading().startsWith("{") ? "" : XeroText.words(body);
        String bare = NOISE.matcher(words).replaceAll(" ").strip();
        boolean saysNothing = bare.isEmpty()
                || Stream.of(HttpStatus.values())
                        .anyMatch(status -> status.getReasonPhrase().equalsIgnoreCase(bare));
        return saysNothing ? List.of() : List.of(words);
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
