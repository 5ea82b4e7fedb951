package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A form is a Camunda Form: pages of HTML would run in the browser of whoever opens the task, and none are served here. */
@Component
class OldForms extends ModelRule {

    private static final String SENT = "camunda-forms:deployment:";

    OldForms() {
        super(213, Severity.REFUSES, "A form is a Camunda Form that was sent along.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> SentModel.attribute(element, "formKey") != null)
                .flatMap(
                        element -> check(SentModel.attribute(element, "formKey").strip(), element, model));
    }

    private Stream<Finding> check(String key, Element element, SentModel model) {
        String remedy =
                "Choose the type \"Camunda Forms\" and the id of a form that is deployed together with the model";
        if (!key.startsWith(SENT)) {
            return Stream.of(finding(
                    model.place(element), "shows the form %s, which is no Camunda Form".formatted(key), remedy));
        }
        String file = key.substring(SENT.length());
        return model.sent().files().containsKey(file)
                ? Stream.empty()
                : Stream.of(finding(
                        model.place(element),
                        "shows the form %s, which is not part of the deployment".formatted(file),
                        remedy));
    }
}
