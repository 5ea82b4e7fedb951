package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** Where running instances wait, the new version still has the element; otherwise they cannot be moved to it. */
@Component
class VanishedWaits extends ModelRule {

    VanishedWaits() {
        super(810, Severity.WARNS, "Elements at which projects wait stay in the model.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(Process.class)
                .flatMap(process -> model.sent().surroundings().waiting(process.getId()).entrySet().stream()
                        .filter(waiting -> waiting.getValue() > 0)
                        .filter(waiting -> !(model.bpmn().getModelElementById(waiting.getKey()) instanceof FlowNode))
                        .map(waiting -> finding(
                                model.place(process),
                                "has no %s any more, at which %d running %s"
                                        .formatted(
                                                waiting.getKey(),
                                                waiting.getValue(),
                                                waiting.getValue() == 1 ? "instance waits" : "instances wait"),
                                "Keep its id, or leave them on the version on which they run")));
    }
}
