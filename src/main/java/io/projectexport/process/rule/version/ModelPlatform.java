package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A model was drawn for Camunda 7: what one for Camunda 8 says about its steps, this engine does not read. */
@Component
class ModelPlatform extends ModelRule {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    ModelPlatform() {
        super(807, Severity.REFUSES, "A model was drawn for Camunda 7.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements().anyMatch(element -> isForCloud(element, model))
                ? Stream.of(
                        finding(
                                Place.ofFile(model.resource()),
                                "was drawn for Camunda 8",
                                "Create a diagram for Camunda 7 in Camunda Modeler and draw it there; the steps have to be chosen anew"))
                : Stream.empty();
    }

    private static boolean isForCloud(Element element, SentModel model) {
        return element.getAttributeNS(MODELER, "executionPlatform").equals("Camunda Cloud")
                || ZEEBE.equals(element.getNamespaceURI())
                || model.attributes(element).anyMatch(attribute -> ZEEBE.equals(attribute.getNamespaceURI()));
    }
}
