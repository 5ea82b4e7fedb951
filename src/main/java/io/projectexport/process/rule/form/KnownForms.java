package io.projectexport.process.rule.form;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The form that a task or a start event shows is there. */
@Component
class KnownForms extends ModelRule {

    private static final Set<String> BINDINGS = Set.of("deployment", "latest", "version");

    KnownForms() {
        super(710, Severity.REFUSES, "A form that a model shows is sent along or deployed.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> SentModel.attribute(element, "formRef") != null)
                .flatMap(element -> check(element, model));
    }

    private Stream<Finding> check(Element element, SentModel model) {
        String key = SentModel.attribute(element, "formRef").strip();
        String binding = String.valueOf(SentModel.attribute(element, "formRefBinding"));
        Place place = model.place(element);
        if (!BINDINGS.contains(binding)) {
            return Stream.of(finding(
                    place,
                    "does not say which version of the form %s it shows".formatted(key),
                    "Set \"Binding\" to deployment"));
        }
        if (binding.equals("version") && SentModel.attribute(element, "formRefVersion") == null) {
            return Stream.of(finding(
                    place, "does not say which version of the form %s it shows".formatted(key), "Fill in \"Version\""));
        }
        return key.contains("{") ? Stream.empty() : missing(key, binding, place, model);
    }

    private Stream<Finding> missing(String key, String binding, Place place, SentModel model) {
        boolean isSent = model.sent().form(key).isPresent();
        boolean isOfDeployment = binding.equals("deployment");
        Optional<Set<String>> deployed = model.sent().surroundings().formKeys();
        boolean isThere = isSent && !binding.equals("version")
                || !isOfDeployment
                        && deployed.filter(keys -> keys.contains(key)).isPresent();
        if (isThere) {
            return Stream.empty();
        }
        String remedy = Nearest.to(key, forms(model))
                .map("Did you mean %s? If so, write it exactly so"::formatted)
                .orElse("Deploy %s.form together with the model".formatted(key));
        return Stream.of(
                isOfDeployment || deployed.isPresent()
                        ? finding(
                                place, "shows the form %s, which is not part of the deployment".formatted(key), remedy)
                        : warning(place, "shows the form %s, which was not sent along".formatted(key), remedy));
    }

    private static Stream<String> forms(SentModel model) {
        return model.sent().forms().values().stream()
                .map(form -> form.path("id").asText());
    }
}
