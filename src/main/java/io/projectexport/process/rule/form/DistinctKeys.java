package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.FormField;
import io.projectexport.process.variable.FormFields;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Each field writes a variable of its own; of two with one key the last one wins, and nobody knows which that is. */
@Component
class DistinctKeys extends FormRule {

    DistinctKeys() {
        super(706, Severity.REFUSES, "Each field of a form has a key of its own.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        Map<String, Long> counts = fields(form)
                .map(FormField::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(key -> key.getValue() > 1)
                .map(key -> finding(
                        place,
                        "has %d fields with the key %s".formatted(key.getValue(), key.getKey()),
                        "Give each a key of its own"));
    }

    /** A list repeats its fields, each within its own entry. */
    private static Stream<FormField> fields(JsonNode parent) {
        return FormFields.childrenOf(parent)
                .flatMap(field -> field.kind().equals("dynamiclist")
                        ? Stream.of(field)
                        : Stream.concat(Stream.of(field), fields(field.json())));
    }
}
