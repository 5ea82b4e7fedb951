package io.projectexport.process.rule.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;

/** A rule about each form that can be read. */
abstract class FormRule extends ModelRule {

    FormRule(int number, Severity severity, String sentence) {
        super(number, severity, sentence);
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.forms().entrySet().stream()
                .flatMap(form -> check(form.getValue(), Place.ofFile(form.getKey()), sent));
    }

    abstract Stream<Finding> check(JsonNode form, Place place, SentModels sent);
}
