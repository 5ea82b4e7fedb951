package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A task that the engine carries out says what it does. */
@Component
class TasksThatDo extends ModelRule {

    private static final Set<String> TASKS = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Set<String> DOING = Set.of("delegateExpression", "expression", "class", "type", "decisionRef");

    TasksThatDo() {
        super(215, Severity.REFUSES, "A service, send or business rule task says what it does.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> TASKS.contains(element.getLocalName()))
                .filter(element -> DOING.stream().noneMatch(name -> isSet(element, name)))
                .filter(element ->
                        element.getElementsByTagNameNS("*", "connector").getLength() == 0)
                .map(element -> finding(
                        model.place(element),
                        "does not say what it does",
                        element.getLocalName().equals("businessRuleTask")
                                ? "Set its implementation to DMN and name the decision"
                                : "Set its implementation to a delegate expression, such as ${createXeroJobDelegate}"));
    }

    private static boolean isSet(Element element, String name) {
        String value = SentModel.attribute(element, name);
        return value != null && !value.isBlank();
    }
}
