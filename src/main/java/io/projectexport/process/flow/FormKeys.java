package io.projectexport.process.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.SentModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Forms of tasks: which one is meant, its fields, and what they let people choose. */
public final class FormKeys {

    private static final Set<String> LISTS = Set.of("radio", "select");

    private FormKeys() {}

    /** Id of the form, however a task names it. */
    public static String id(String reference) {
        return reference.replaceFirst(".*[:/]", "").replaceFirst("\\.form$", "");
    }

    /** Components that have a key, wherever they stand in the form. */
    public static Stream<JsonNode> fields(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), fields(component)))
                .filter(component -> component.hasNonNull("key"));
    }

    /** The values between which forms let people choose, by their variables. */
    static Map<String, List<Object>> choices(SentModel model) {
        Map<String, List<Object>> choices = new HashMap<>();
        model.sent().forms().values().stream().flatMap(FormKeys::fields).forEach(field -> {
            List<Object> values = values(field);
            if (!values.isEmpty()) {
                choices.computeIfAbsent(field.path("key").asText(), none -> new ArrayList<>())
                        .addAll(values);
            }
        });
        return choices;
    }

    private static List<Object> values(JsonNode field) {
        String type = field.path("type").asText();
        if (type.equals("checkbox")) {
            return List.of(true, false);
        }
        return LISTS.contains(type)
                ? StreamSupport.stream(field.path("values").spliterator(), false)
                        .<Object>map(value -> value.path("value").asText())
                        .toList()
                : List.of();
    }
}
