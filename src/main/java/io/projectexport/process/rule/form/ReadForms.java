package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form can be read and has the id by which tasks name it. */
@Component
class ReadForms extends ModelRule {

    private static final String REMEDY = "Save it in Camunda Modeler as a form for Camunda 7";

    ReadForms() {
        super(701, Severity.REFUSES, "A form is JSON with an id and components.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        Stream<Finding> unreadable = sent.names("form")
                .filter(name -> !sent.forms().containsKey(name))
                .map(name -> finding(Place.ofFile(name), "is no readable form", REMEDY));
        Stream<Finding> incomplete = sent.forms().entrySet().stream()
                .filter(form -> !isComplete(form.getValue()))
                .map(form -> finding(Place.ofFile(form.getKey()), "has no id or no components", REMEDY));
        return Stream.concat(unreadable, incomplete);
    }

    private static boolean isComplete(JsonNode form) {
        return !form.path("id").asText().isBlank()
                && form.path("type").asText().equals("default")
                && form.path("components").isArray();
    }
}
