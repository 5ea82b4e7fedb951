package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.FormField;
import io.projectexport.process.variable.FormFields;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * What a form computes, in FEEL, has none of the slips that make it void; the reader of the language itself takes seconds to load, and reads
 * it otherwise than the one in the browser.
 */
@Component
class FeelTexts extends FormRule {

    private static final int LONGEST = 2000;

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");

    private static final Map<Pattern, String> SLIPS = Map.of(
            Pattern.compile("=="), "Compare with one sign: =",
            Pattern.compile("&&|\\|\\|"), "Write and or or",
            Pattern.compile("[“”‘’'`]"), "Put texts between straight double quotes, as \"reject\"",
            Pattern.compile("\""), "Close the text with a quote",
            Pattern.compile("\\$\\{|#\\{"), "Write names without braces; this is FEEL",
            Pattern.compile("(?:^=|[=<>+*/(,]|\\b(?:and|or|then|else|if))\\s*$"), "Complete it");

    FeelTexts() {
        super(709, Severity.REFUSES, "What a form computes can be read.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        return FormFields.of(form)
                .flatMap(field -> texts(field.json())
                        .flatMap(text -> slip(text).stream()
                                .map(remedy -> finding(
                                        place,
                                        "has a condition or value at %s that cannot be read: %s"
                                                .formatted(name(field), text),
                                        remedy))));
    }

    private static String name(FormField field) {
        return field.label().isEmpty() ? field.kind() : field.label();
    }

    /** Of the component itself, wherever an expression can stand. */
    private static Stream<String> texts(JsonNode component) {
        return StreamSupport.stream(component.spliterator(), false)
                .flatMap(value -> value.isObject() ? texts(value) : Stream.of(value.asText()))
                .filter(text -> text.startsWith("="));
    }

    private static Optional<String> slip(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("Make it shorter than %d characters".formatted(LONGEST));
        }
        String bare = QUOTED.matcher(text.strip()).replaceAll("x");
        if (bare.chars().filter(sign -> sign == '(').count()
                != bare.chars().filter(sign -> sign == ')').count()) {
            return Optional.of("Close each bracket");
        }
        return SLIPS.entrySet().stream()
                .filter(slip -> slip.getKey().matcher(bare).find())
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }
}
