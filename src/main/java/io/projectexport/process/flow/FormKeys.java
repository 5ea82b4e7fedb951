package io.projectexport.process.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Forms of tasks: which one is meant, and its fields. */
public final class FormKeys {

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
}
