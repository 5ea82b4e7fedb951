package io.projectexport.process.rule.reference;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.ProductVariables;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What a task, a loop, an error or a called process gives back has a name of its own. */
@Component
class OverwrittenVariables extends ModelRule {

    private static final Set<String> SETTING = Set.of(
            "resultVariable",
            "resultVariableName",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private final ModelCatalogue catalogue;

    OverwrittenVariables(ModelCatalogue catalogue) {
        super(210, Severity.REFUSES, "A result has a variable of its own, which this application does not rely on.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.isOurs() ? model.elements().flatMap(element -> check(element, model)) : Stream.empty();
    }

    private Stream<Finding> check(Element element, SentModel model) {
        Stream<String> results = SETTING.stream()
                .filter(name -> !isLoopOfOurs(element, name))
                .flatMap(name -> Optional.ofNullable(SentModel.attribute(element, name)).stream());
        Stream<String> mapped =
                "out".equals(element.getLocalName()) ? Stream.of(element.getAttribute("target")) : Stream.empty();
        return Stream.concat(results, mapped)
                .map(String::strip)
                .filter(ProductVariables::contains)
                .map(name -> finding(
                        model.place(element),
                        "overwrites the variable %s, on which this application relies".formatted(name),
                        "Choose another name"));
    }

    /** The loop around one of our steps gives each run its part. */
    private boolean isLoopOfOurs(Element element, String name) {
        String variable = SentModel.attribute(element, name);
        return name.equals("elementVariable")
                && catalogue.steps().stream()
                        .anyMatch(step -> step.about().element().equals(variable));
    }
}
