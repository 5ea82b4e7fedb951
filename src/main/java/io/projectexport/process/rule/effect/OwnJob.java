package io.projectexport.process.rule.effect;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.CalledStep;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Whatever acts outside has a job of its own, so that neither its failure nor a rollback touches the step before. */
@Component
class OwnJob extends ModelRule {

    private final ModelCatalogue catalogue;

    OwnJob(ModelCatalogue catalogue) {
        super(401, Severity.REFUSES, "A step that calls Xero or sends mail is a job of its own.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.steps(catalogue)
                .filter(called -> called.step().about().outside())
                .filter(called -> !isAsynchronous(called))
                .map(called -> finding(
                        model.place(called.element()),
                        "needs \"Asynchronous before\"",
                        "Set it, so that a failure out there does not undo the step before"));
    }

    /** Of a task for several people, each one's part has a job of its own. */
    private static boolean isAsynchronous(CalledStep called) {
        ModelElementInstance bearer = called.element() instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
                ? several
                : called.element();
        return Boolean.parseBoolean(SentModel.attribute(bearer, "asyncBefore"));
    }
}
