package io.projectexport.process.guard;

import io.projectexport.process.expression.ModelBeans;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a model refers to outside of itself: beans and forms. */
final class ModelReferences {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private static final String DELEGATE = "delegateExpression";

    private ModelReferences() {}

    /** Of tasks and of listeners. */
    static Stream<String> missingBeans(BpmnModelInstance model, ModelBeans beans) {
        return ModelElements.all(model)
                .flatMap(element -> ModelElements.attributes(element)
                        .filter(attribute -> DELEGATE.equals(attribute.getLocalName()))
                        .filter(attribute -> !exists(attribute.getValue(), beans))
                        .map(attribute -> "%s calls %s, which this application does not have."
                                .formatted(ModelElements.label(element), attribute.getValue())));
    }

    private static boolean exists(String expression, ModelBeans beans) {
        Matcher bean = BEAN.matcher(expression);
        return !bean.matches() || beans.contains(bean.group(1));
    }

    static Stream<String> missingForms(BpmnModelInstance model, Set<String> forms) {
        return Stream.of(UserTask.class, StartEvent.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(element -> missing(element, forms))
                .filter(Objects::nonNull);
    }

    private static String missing(FlowElement element, Set<String> forms) {
        String form = ModelAttributes.attribute(element, "formRef");
        boolean isInDeployment = "deployment".equals(ModelAttributes.attribute(element, "formRefBinding"));
        return form == null || !isInDeployment || forms.contains(form)
                ? null
                : "%s shows the form %s, which is not part of the deployment: deploy %s.form together with the model."
                        .formatted(label(element), form, form);
    }

    static String label(FlowElement element) {
        return element.getName() == null
                ? element.getId()
                : "\"" + element.getName().strip() + "\"";
    }
}
