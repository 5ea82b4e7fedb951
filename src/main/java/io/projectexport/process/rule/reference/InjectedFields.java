package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Steps have no fields to fill: one step serves all projects at once, and the engine fails where a field is not there. */
@Component
class InjectedFields extends ModelRule {

    InjectedFields() {
        super(209, Severity.REFUSES, "No field is injected into a step.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> "field".equals(element.getLocalName()))
                .map(element -> finding(
                        model.place(element),
                        "injects the field %s, which no step has".formatted(element.getAttribute("name")),
                        "Take it out; give a value as an input parameter"));
    }
}
