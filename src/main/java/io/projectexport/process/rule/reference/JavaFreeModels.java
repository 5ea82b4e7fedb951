package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A model names no Java class: whoever may deploy it could run any program on the server with it. */
@Component
class JavaFreeModels extends ModelRule {

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "Use the delegate expression of a bean made for models",
            "formHandlerClass", "Use a Camunda Form",
            "variableMappingClass", "Map the variables one by one",
            "variableMappingDelegateExpression", "Map the variables one by one");

    JavaFreeModels() {
        super(203, Severity.REFUSES, "A model names no Java class.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .flatMap(element -> Stream.concat(
                        validator(element, model),
                        model.attributes(element).flatMap(attribute -> check(attribute, element, model))));
    }

    private Stream<Finding> check(Attr attribute, Element element, SentModel model) {
        return Stream.ofNullable(ATTRIBUTES.get(String.valueOf(attribute.getLocalName())))
                .map(remedy -> finding(model.place(element), "names a Java class, which models may not", remedy));
    }

    private Stream<Finding> validator(Element element, SentModel model) {
        boolean isValidator = "constraint".equals(element.getLocalName())
                && element.getAttribute("name").equals("validator")
                && !element.getAttribute("config").contains("{");
        return isValidator
                ? Stream.of(finding(
                        model.place(element),
                        "has a validator that is a Java class, which models may not",
                        "Use an expression"))
                : Stream.empty();
    }
}
