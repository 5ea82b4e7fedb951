package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A model brings no script: no script language runs here, in any model. */
@Component
class ScriptFreeModels extends ModelRule {

    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");

    ScriptFreeModels() {
        super(204, Severity.REFUSES, "A model has no script.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements().flatMap(element -> check(element, model));
    }

    private Stream<Finding> check(Element element, SentModel model) {
        if (SCRIPTS.contains(String.valueOf(element.getLocalName()))) {
            return Stream.of(finding(
                    model.place(element),
                    "has a script, which models may not",
                    "Use the delegate expression of a bean made for models"));
        }
        return element.hasAttribute("language")
                ? Stream.of(finding(
                        model.place(element),
                        "is written in a script language, which models may not use",
                        "Choose \"Expression\" and write it as ${…}"))
                : Stream.empty();
    }
}
