package io.projectexport.process.rule.version;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.CalledStep;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** A step works in its own process only: in another, nobody would see the project, and no page would find its task. */
@Component
class StepsInTheirProcess extends ModelRule {

    private final ModelCatalogue catalogue;

    StepsInTheirProcess(ModelCatalogue catalogue) {
        super(804, Severity.REFUSES, "A step stands in the process that it is made for.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.steps(catalogue)
                .filter(called ->
                        !processKey(called).equals(called.step().about().process()))
                .map(called -> finding(
                        model.place(called.element()),
                        "calls the step \"%s\" in the process %s"
                                .formatted(called.step().about().label(), processKey(called)),
                        "Use it in the process with the id %s only, and give the process that id again if it was renamed"
                                .formatted(called.step().about().process())));
    }

    private static String processKey(CalledStep called) {
        ModelElementInstance scope = called.element();
        while (scope != null && !(scope instanceof Process)) {
            scope = scope.getParentElement();
        }
        return scope instanceof Process process ? String.valueOf(process.getId()) : "";
    }
}
