package io.projectexport.process.flow;

import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.model.DecisionTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** A node of the flow: an element by what it calls, shows and waits for. Two are the same only when they are one. */
public final class GraphNode {

    private final int index;
    private final FlowNode element;
    private final NodeKind kind;
    private final String scope;
    private final Trigger trigger;
    private final boolean interrupting;
    private final Continuation continuation;
    private final List<Step> steps;
    private final DecisionTask decision;
    private final Set<String> writes;
    private final List<GraphFlow> incoming = new ArrayList<>();
    private final List<GraphFlow> outgoing = new ArrayList<>();
    private final List<GraphNode> boundaries = new ArrayList<>();

    /**
     * Where a job goes on.
     *
     * @param each whether each run of a loop has a job of its own
     * @param several whether it is a loop
     */
    record Continuation(boolean before, boolean each, boolean after, boolean several) {}

    /** What it does besides. */
    record Work(List<Step> steps, DecisionTask decision, Set<String> writes) {}

    GraphNode(
            int index,
            FlowNode element,
            NodeKind kind,
            String scope,
            Trigger trigger,
            boolean interrupting,
            Continuation continuation,
            Work work) {
        this.index = index;
        this.element = element;
        this.kind = kind;
        this.scope = scope;
        this.trigger = trigger;
        this.interrupting = interrupting;
        this.continuation = continuation;
        this.steps = work.steps();
        this.decision = work.decision();
        this.writes = work.writes();
    }

    void addIncoming(GraphFlow flow) {
        incoming.add(flow);
    }

    void addOutgoing(GraphFlow flow) {
        outgoing.add(flow);
    }

    void addBoundary(GraphNode event) {
        boundaries.add(event);
    }

    /** Its place among all, by which things are sorted. */
    public int index() {
        return index;
    }

    public String id() {
        return element.getId();
    }

    public FlowNode element() {
        return element;
    }

    public NodeKind kind() {
        return kind;
    }

    public boolean is(NodeKind other) {
        return kind == other;
    }

    /** Id of the subprocess in which it is, or of the process. */
    public String scope() {
        return scope;
    }

    /** What its event waits for or sets off; none where it is no event. */
    public Trigger trigger() {
        return trigger;
    }

    /** Whether its event ends what it interrupts. */
    public boolean isInterrupting() {
        return interrupting;
    }

    public boolean isAsyncBefore() {
        return continuation.before();
    }

    public boolean isAsyncEach() {
        return continuation.each();
    }

    public boolean isAsyncAfter() {
        return continuation.after();
    }

    /** Whether it runs for each of several. */
    public boolean isSeveral() {
        return continuation.several();
    }

    /** What it calls, in this order. */
    public List<Step> steps() {
        return steps;
    }

    public boolean calls(String bean) {
        return steps.stream().anyMatch(step -> step.bean().equals(bean));
    }

    /** What people decide here; null where they decide nothing that the product knows. */
    public DecisionTask decision() {
        return decision;
    }

    /** Variables of the model's own that may be another one's after it. */
    public Set<String> writes() {
        return writes;
    }

    public List<GraphFlow> incoming() {
        return Collections.unmodifiableList(incoming);
    }

    /** In the order in which the engine asks them. */
    public List<GraphFlow> outgoing() {
        return Collections.unmodifiableList(outgoing);
    }

    /** Events on its boundary. */
    public List<GraphNode> boundaries() {
        return Collections.unmodifiableList(boundaries);
    }

    @Override
    public String toString() {
        return id();
    }
}
