package io.projectexport.process.rule.form;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.variable.AnsweredTasks;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.springframework.stereotype.Component;

/** A task in which people decide shows them a form to do so. */
@Component
class AskedTasks extends ModelRule {

    AskedTasks() {
        super(712, Severity.REFUSES, "A task in which people decide about a project has a form.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(UserTask.class)
                .flatMap(task -> AnsweredTasks.of(task).stream()
                        .filter(decision -> !hasForm(task) && !asks(task, decision, model))
                        .map(decision -> finding(
                                model.place(task),
                                "has no form, so that nobody can answer in Tasklist",
                                "Set its form to the Camunda Form %s, bound to the deployment"
                                        .formatted(decision.form()))));
    }

    private static boolean hasForm(UserTask task) {
        return SentModel.attribute(task, "formRef") != null || SentModel.attribute(task, "formKey") != null;
    }

    private static boolean asks(UserTask task, DecisionTask decision, SentModel model) {
        return model.all(CamundaFormField.class)
                .filter(field -> decision.answer().name().equals(field.getCamundaId()))
                .anyMatch(field -> field.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task));
    }
}
