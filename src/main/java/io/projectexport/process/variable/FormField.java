package io.projectexport.process.variable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A component of a form. */
public record FormField(JsonNode json) {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "datetime");

    private static final Set<String> ENTERED = Set.of(
            "checkbox",
            "checklist",
            "datetime",
            "expression",
            "number",
            "radio",
            "select",
            "taglist",
            "textarea",
            "textfield");

    private static final Set<String> CHOICES = Set.of("radio", "select");

    /** As form-js names its kinds. */
    public String kind() {
        return json.path("type").asText();
    }

    /** The name of its variable; blank where it has none. */
    public String key() {
        return json.path("key").asText().strip();
    }

    /** Of a key with dots the variable that holds it all. */
    public String rootKey() {
        return key().split("\\.", 2)[0];
    }

    /** As people read it, else its key. */
    public String label() {
        String label =
                json.path("label").asText(json.path("dateLabel").asText()).strip();
        return label.isEmpty() ? key() : label;
    }

    /** Whether people can change it. */
    public boolean isAsked() {
        return !json.path("readonly").asBoolean() && !json.path("disabled").asBoolean();
    }

    /** Whether its kind is one that takes an answer. */
    public boolean isEntered() {
        return ENTERED.contains(kind());
    }

    /** The condition under which people do not see it; empty for none. */
    public String hiddenIf() {
        return json.path("conditional").path("hide").asText().strip();
    }

    /** Whether one of some values is chosen. */
    boolean isChoice() {
        return CHOICES.contains(kind());
    }

    /** The values to choose from; none where they are computed. */
    public List<String> options() {
        return Stream.of("values", "data")
                .flatMap(name -> StreamSupport.stream(json.path(name).spliterator(), false))
                .map(option -> option.path("value").asText())
                .toList();
    }

    /** Of the variable that it writes. */
    Class<?> type() {
        if (key().contains(".")) {
            return Object.class;
        }
        if (kind().equals("number") && !json.path("serializeToString").asBoolean()) {
            return Number.class;
        }
        if (kind().equals("checkbox")) {
            return Boolean.class;
        }
        return TEXTS.contains(kind()) ? String.class : Object.class;
    }
}
