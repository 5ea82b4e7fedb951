package io.projectexport.process.rule.effect;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The retry time cycles of steps: of a loop that of each run. */
final class WrittenCycles {

    private static final String CYCLE = "failedJobRetryTimeCycle";

    private WrittenCycles() {}

    /** As it is written; empty where there is none. */
    static Optional<String> of(FlowNode element) {
        ModelElementInstance bearer = bearer(element);
        ModelElementInstance extensions = bearer.getUniqueChildElementByNameNs(
                "http://www.omg.org/spec/BPMN/20100524/MODEL", "extensionElements");
        return extensions == null
                ? Optional.empty()
                : Stream.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn")
                        .map(namespace -> extensions.getUniqueChildElementByNameNs(namespace, CYCLE))
                        .filter(Objects::nonNull)
                        .map(cycle -> cycle.getTextContent().strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst();
    }

    /** What has the job. */
    static ModelElementInstance bearer(FlowNode element) {
        return element instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
                ? several
                : element;
    }
}
