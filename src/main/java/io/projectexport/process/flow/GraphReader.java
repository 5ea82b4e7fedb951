package io.projectexport.process.flow;

import static io.projectexport.process.guard.SentModel.attribute;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.guard.CalledStep;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.model.DecisionTask;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads a process as a graph, as the engine would run it. */
public final class GraphReader {

    private final SentModel model;
    private final Map<FlowNode, List<Step>> steps;
    private final WrittenVariables written;
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();

    private GraphReader(SentModel model, ModelCatalogue catalogue) {
        this.model = model;
        this.steps = model.steps(catalogue)
                .collect(Collectors.groupingBy(
                        CalledStep::element, Collectors.mapping(CalledStep::step, Collectors.toList())));
        this.written = new WrittenVariables(model);
    }

    /** Empty where the model has no process of that key. */
    public static Optional<FlowGraph> read(SentModel model, String process, ModelCatalogue catalogue) {
        return model.all(Process.class)
                .filter(candidate -> process.equals(candidate.getId()))
                .findFirst()
                .map(found -> new GraphReader(model, catalogue).graph(found));
    }

    private FlowGraph graph(Process process) {
        addNodes(process.getFlowElements(), process.getId());
        addBoundaries();
        addFlows(process.getFlowElements());
        return new FlowGraph(process.getId(), model, nodes);
    }

    private void addNodes(Collection<FlowElement> elements, String scope) {
        for (FlowElement element : elements) {
            if (element instanceof FlowNode node && !isCompensation(node)) {
                NodeKinds.of(node).ifPresent(kind -> nodes.put(node.getId(), node(node, kind, scope)));
            }
            if (element instanceof SubProcess inner) {
                addNodes(inner.getFlowElements(), inner.getId());
            }
        }
    }

    /** Compensation is no part of the flow. */
    private static boolean isCompensation(FlowNode node) {
        return node instanceof Activity activity && activity.isForCompensation()
                || node instanceof BoundaryEvent && Triggers.of(node).is(Trigger.Kind.COMPENSATION);
    }

    private GraphNode node(FlowNode node, NodeKind kind, String scope) {
        return new GraphNode(
                nodes.size(),
                node,
                kind,
                scope,
                Triggers.of(node),
                isInterrupting(node),
                continuation(node),
                new GraphNode.Work(steps.getOrDefault(node, List.of()), decision(node), written.by(node)));
    }

    private static boolean isInterrupting(FlowNode node) {
        return node instanceof BoundaryEvent event
                ? event.cancelActivity()
                : node instanceof StartEvent start && start.isInterrupting();
    }

    private static GraphNode.Continuation continuation(FlowNode node) {
        LoopCharacteristics loop = node instanceof Activity activity ? activity.getLoopCharacteristics() : null;
        boolean isSeveral = loop instanceof MultiInstanceLoopCharacteristics;
        boolean isAsync = isTrue(node, "asyncBefore") || isTrue(node, "async");
        return new GraphNode.Continuation(
                isAsync,
                isSeveral && (isTrue(loop, "asyncBefore") || isTrue(loop, "asyncAfter")),
                isTrue(node, "asyncAfter"),
                isSeveral);
    }

    private static boolean isTrue(ModelElementInstance element, String name) {
        return Boolean.parseBoolean(attribute(element, name));
    }

    /** By its form, because a copied task is the same task. */
    private static DecisionTask decision(FlowNode node) {
        String form = Stream.of("formRef", "formKey")
                .map(name -> attribute(node, name))
                .filter(Objects::nonNull)
                .map(FormKeys::id)
                .findFirst()
                .orElse("");
        boolean isTask = node instanceof UserTask;
        return Arrays.stream(DecisionTask.values())
                .filter(decision -> isTask && decision.form().equals(form))
                .findFirst()
                .orElse(null);
    }

    private void addBoundaries() {
        List.copyOf(nodes.values()).stream()
                .filter(node -> node.element() instanceof BoundaryEvent)
                .forEach(node -> Optional.ofNullable(((BoundaryEvent) node.element()).getAttachedTo())
                        .map(activity -> nodes.get(activity.getId()))
                        .ifPresent(activity -> activity.addBoundary(node)));
    }

    /** In the order in which they are drawn, which is the engine's. */
    private void addFlows(Collection<FlowElement> elements) {
        for (FlowElement element : elements) {
            if (element instanceof SequenceFlow flow) {
                addFlow(flow);
            }
            if (element instanceof SubProcess inner) {
                addFlows(inner.getFlowElements());
            }
        }
    }

    private void addFlow(SequenceFlow flow) {
        GraphNode from = nodes.get(flow.getAttributeValue("sourceRef"));
        GraphNode to = nodes.get(flow.getAttributeValue("targetRef"));
        if (from == null || to == null) {
            return;
        }
        Condition condition = Optional.ofNullable(flow.getConditionExpression())
                .map(expression -> new Condition(expression.getTextContent()))
                .orElse(null);
        boolean isDefault =
                flow.getId() != null && flow.getId().equals(from.element().getAttributeValue("default"));
        GraphFlow read = new GraphFlow(flow.getId(), from, to, condition, isDefault);
        from.addOutgoing(read);
        to.addIncoming(read);
    }
}
