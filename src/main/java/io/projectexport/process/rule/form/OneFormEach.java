package io.projectexport.process.rule.form;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A task shows one form, of one kind. */
@Component
class OneFormEach extends ModelRule {

    OneFormEach() {
        super(711, Severity.REFUSES, "A task or start event shows one form.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> kinds(element) > 1)
                .map(element -> finding(
                        model.place(element),
                        "has two forms: a Camunda Form and another",
                        "Keep the Camunda Form and take the form key and generated fields out"));
    }

    private static long kinds(Element element) {
        return Stream.of(
                        SentModel.attribute(element, "formRef") != null,
                        SentModel.attribute(element, "formKey") != null,
                        hasFormData(element))
                .filter(Boolean::booleanValue)
                .count();
    }

    /** Of a task; a subprocess or process has those of the tasks within. */
    private static boolean hasFormData(Element element) {
        boolean isShowing = "userTask".equals(element.getLocalName()) || "startEvent".equals(element.getLocalName());
        return isShowing && element.getElementsByTagNameNS("*", "formData").getLength() > 0;
    }
}
