package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** JUnit extension that fails a test class which does not reach each element of a model that it is there for. */
final class ReachedElements implements BeforeAllCallback, AfterAllCallback {

    private final String processKey;
    private final Set<String> expected;
    private final Set<String> before = new HashSet<>();

    /**
     * @param expected ids of the elements that the class is there for
     */
    ReachedElements(String processKey, Set<String> expected) {
        this.processKey = processKey;
        this.expected = expected;
    }

    /** Ids of all elements of a model. */
    static Set<String> drawn(String processKey) {
        return Bpmn.readModelFromFile(new File("bpmn/" + processKey + ".bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
    }

    Set<String> expected() {
        return expected;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        steps(context).map(HistoricActivityInstance::getId).forEach(before::add);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(steps(context)
                        .filter(step -> !before.contains(step.getId()))
                        .map(HistoricActivityInstance::getActivityId))
                .as("elements that some test of the class reaches")
                .containsAll(expected);
    }

    /** Of all classes that share the engine. */
    private Stream<HistoricActivityInstance> steps(ExtensionContext context) {
        HistoryService history = SpringExtension.getApplicationContext(context).getBean(HistoryService.class);
        return history.createHistoricActivityInstanceQuery().list().stream()
                .filter(step -> step.getProcessDefinitionKey().equals(processKey));
    }
}
