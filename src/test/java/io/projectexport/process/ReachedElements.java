package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which elements of a model the tests of one class have reached. */
final class ReachedElements {

    private final String processKey;
    private final Set<String> reached = new HashSet<>();

    ReachedElements(String processKey) {
        this.processKey = processKey;
    }

    void add(HistoryService history) {
        history.createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(processKey))
                .map(HistoricActivityInstance::getActivityId)
                .forEach(reached::add);
    }

    void assertThatNoneIsMissing() {
        Set<String> drawn = Bpmn.readModelFromFile(new File("bpmn/" + processKey + ".bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
        assertThat(reached).as("elements that some test reaches").containsAll(drawn);
    }
}
