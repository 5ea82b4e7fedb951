package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The decision table that a model asks is there. */
@Component
class KnownDecisions extends ModelRule {

    KnownDecisions() {
        super(207, Severity.REFUSES, "A decision that a model asks is sent along or deployed.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Set<String> sent = model.sent().decisionKeys();
        return model.elements()
                .filter(element -> SentModel.attribute(element, "decisionRef") != null)
                .flatMap(element -> check(element, sent, model));
    }

    private Stream<Finding> check(Element element, Set<String> sent, SentModel model) {
        String key = SentModel.attribute(element, "decisionRef").strip();
        if (key.contains("{") || sent.contains(key)) {
            return Stream.empty();
        }
        Optional<Set<String>> deployed = model.sent().surroundings().decisionKeys();
        boolean isOfDeployment = "deployment".equals(SentModel.attribute(element, "decisionRefBinding"));
        if (!isOfDeployment && deployed.filter(keys -> keys.contains(key)).isPresent()) {
            return Stream.empty();
        }
        String remedy = Nearest.question(key, sent.stream(), "Send its .dmn file along with the model");
        return Stream.of(
                isOfDeployment || deployed.isPresent()
                        ? finding(
                                model.place(element), "asks the decision %s, which is not there".formatted(key), remedy)
                        : warning(
                                model.place(element),
                                "asks the decision %s, which was not sent along".formatted(key),
                                remedy));
    }
}
