package io.projectexport.process.flow;

import static io.projectexport.process.guard.SentModel.attribute;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The kinds of the elements that the engine runs. */
final class NodeKinds {

    private static final Map<Class<? extends FlowNode>, NodeKind> KINDS = Map.ofEntries(
            Map.entry(StartEvent.class, NodeKind.START),
            Map.entry(EndEvent.class, NodeKind.END),
            Map.entry(BoundaryEvent.class, NodeKind.BOUNDARY),
            Map.entry(IntermediateCatchEvent.class, NodeKind.CATCH),
            Map.entry(IntermediateThrowEvent.class, NodeKind.THROW),
            Map.entry(ExclusiveGateway.class, NodeKind.EXCLUSIVE),
            Map.entry(ParallelGateway.class, NodeKind.PARALLEL),
            Map.entry(InclusiveGateway.class, NodeKind.INCLUSIVE),
            Map.entry(EventBasedGateway.class, NodeKind.EVENT_BASED),
            Map.entry(CallActivity.class, NodeKind.CALL_ACTIVITY),
            Map.entry(UserTask.class, NodeKind.USER_TASK),
            Map.entry(ReceiveTask.class, NodeKind.CATCH));

    private NodeKinds() {}

    /** Empty for what the engine does not know. */
    static Optional<NodeKind> of(FlowNode node) {
        if (node instanceof SubProcess inner) {
            return Optional.of(inner.triggeredByEvent() ? NodeKind.EVENT_SUBPROCESS : NodeKind.SUBPROCESS);
        }
        if ("external".equalsIgnoreCase(attribute(node, "type"))) {
            return Optional.of(NodeKind.EXTERNAL_TASK);
        }
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(node))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> node instanceof Task ? Optional.of(NodeKind.TASK) : Optional.empty());
    }
}
