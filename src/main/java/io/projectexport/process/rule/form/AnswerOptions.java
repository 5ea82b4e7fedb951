package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.variable.FormField;
import io.projectexport.process.variable.FormFields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An answer offers exactly the words that the application knows, whatever people read beside them. */
@Component
class AnswerOptions extends FormRule {

    AnswerOptions() {
        super(705, Severity.REFUSES, "An answer can be each of the words that the application knows, and no other.");
    }

    @Override
    Stream<Finding> check(JsonNode form, Place place, SentModels sent) {
        return ShownForm.of(form, sent).tasks().stream()
                .flatMap(task -> FormFields.of(form)
                        .filter(field -> field.key().equals(task.answer().name()) && field.isAsked())
                        .flatMap(field -> check(field, task, place)));
    }

    private Stream<Finding> check(FormField field, DecisionTask task, Place place) {
        List<String> options = field.options();
        String words = task.words().stream().map("\"%s\""::formatted).collect(Collectors.joining(" and "));
        String remedy = "Make it a radio group with exactly the values %s; its labels are free".formatted(words);
        if (options.isEmpty()) {
            return Stream.of(
                    finding(place, "does not offer the answers of %s to choose from".formatted(field.key()), remedy));
        }
        Stream<Finding> unknown = options.stream()
                .filter(option -> !task.words().contains(option))
                .map(option -> finding(
                        place,
                        "offers \"%s\" for %s, which the application does not know".formatted(option, field.key()),
                        remedy));
        Stream<Finding> missing = task.words().stream()
                .filter(word -> !options.contains(word))
                .map(word -> finding(place, "does not offer \"%s\" for %s".formatted(word, field.key()), remedy));
        return Stream.concat(unknown, missing);
    }
}
