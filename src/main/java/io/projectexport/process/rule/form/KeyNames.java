package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.FormField;
import io.projectexport.process.variable.FormFields;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A key is the name of a variable, which expressions can write. */
@Component
class KeyNames extends FormRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*+(?:\\.[A-Za-z_]\\w*+)*+");

    private static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "empty",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod");

    KeyNames() {
        super(708, Severity.REFUSES, "The key of a field is a name for a variable.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        Stream<Finding> odd = keyed(form)
                .filter(field -> !NAME.matcher(field.key()).matches() || RESERVED.contains(field.key()))
                .map(field -> finding(
                        place,
                        "has a field with the key \"%s\", which no expression can name".formatted(field.key()),
                        "Use letters, digits and _ only, and begin with a letter"));
        Stream<Finding> missing = FormFields.of(form)
                .filter(field -> field.isEntered() && field.key().isEmpty())
                .map(field -> finding(
                        place,
                        "has a field (%s) without a key, whose answer is lost".formatted(field.label()),
                        "Give it a key"));
        return Stream.concat(odd, missing);
    }

    private static Stream<FormField> keyed(JsonNode form) {
        return FormFields.of(form).filter(field -> !field.key().isEmpty());
    }
}
