package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A task is carried out within this application: nothing here works for external tasks, connectors, shells or the engine's own mails. */
@Component
class ServiceKinds extends ModelRule {

    private static final String INSTEAD = "Use the delegate expression of a bean made for models";

    ServiceKinds() {
        super(205, Severity.REFUSES, "No connector, external task, shell or mail task is used.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements().flatMap(element -> check(element, model));
    }

    private Stream<Finding> check(Element element, SentModel model) {
        if ("connector".equals(element.getLocalName())) {
            return Stream.of(finding(model.place(element), "has a connector, which models may not", INSTEAD));
        }
        // of a form's field it is the kind of value, of xsi and BPMN something else
        String kind = SentModel.attribute(element, "type");
        if (kind == null) {
            return Stream.empty();
        }
        return Stream.of(
                kind.strip().equalsIgnoreCase("external")
                        ? finding(
                                model.place(element),
                                "waits for an external worker, which this application does not have",
                                INSTEAD)
                        : finding(
                                model.place(element),
                                "is of the kind \"%s\", which this application does not have".formatted(kind),
                                INSTEAD));
    }
}
