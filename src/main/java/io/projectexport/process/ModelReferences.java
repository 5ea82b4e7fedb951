package io.projectexport.process;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.BeanFactory;

/** What a model refers to outside of itself: beans and forms. */
final class ModelReferences {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private ModelReferences() {}

    static Stream<String> missingBeans(BpmnModelInstance model, BeanFactory beans) {
        return model.getModelElementsByType(ServiceTask.class).stream()
                .filter(task -> task.getCamundaDelegateExpression() != null)
                .filter(task -> !exists(task.getCamundaDelegateExpression(), beans))
                .map(task -> "%s calls %s, which this application does not have."
                        .formatted(label(task), task.getCamundaDelegateExpression()));
    }

    private static boolean exists(String expression, BeanFactory beans) {
        Matcher bean = BEAN.matcher(expression);
        return !bean.matches() || beans.containsBean(bean.group(1));
    }

    static Stream<String> missingForms(BpmnModelInstance model, Set<String> forms) {
        Stream<String> ofTasks = model.getModelElementsByType(UserTask.class).stream()
                .map(task -> missing(task, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), forms));
        Stream<String> ofStarts = model.getModelElementsByType(StartEvent.class).stream()
                .map(start -> missing(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), forms));
        return Stream.concat(ofTasks, ofStarts).filter(Objects::nonNull);
    }

    private static String missing(FlowElement element, String form, String binding, Set<String> forms) {
        return form == null || !"deployment".equals(binding) || forms.contains(form)
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
