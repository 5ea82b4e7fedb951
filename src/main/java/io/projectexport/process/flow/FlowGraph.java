package io.projectexport.process.flow;

import io.projectexport.process.guard.SentModel;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A process as a graph. */
public final class FlowGraph {

    private final String process;
    private final SentModel model;
    private final Map<String, GraphNode> nodes;

    private final TermValues values;
    private final Set<GraphNode> sideBranches;
    private final boolean isSafe;

    FlowGraph(String process, SentModel model, Map<String, GraphNode> nodes) {
        this.process = process;
        this.model = model;
        this.nodes = nodes;
        this.values = new TermValues(FormKeys.choices(model), conditions().toList());
        this.sideBranches = SideBranches.in(nodes.values());
        this.isSafe = SideBranches.areSafe(nodes.values());
    }

    /** Whether everything from here leads to an end without touching the project or another token. */
    public boolean isAside(GraphNode node) {
        return sideBranches.contains(node);
    }

    /** Whether nothing in the process ends what waits elsewhere. */
    public boolean isSafe() {
        return isSafe;
    }

    private Stream<Condition> conditions() {
        return flows().map(GraphFlow::condition).filter(Objects::nonNull);
    }

    /** Samples of the values that a term of its conditions can have. */
    public List<Object> samples(String term) {
        return values.of(term);
    }

    /** Whether more than one node asks for the term, so that both have to be told the same. */
    public boolean isShared(String term) {
        return nodes().stream()
                        .filter(node -> node.outgoing().stream()
                                .anyMatch(flow -> flow.condition() != null
                                        && flow.condition().terms().contains(term)))
                        .count()
                > 1;
    }

    /** Its key. */
    public String process() {
        return process;
    }

    /** Whether a project goes through it. */
    public boolean isOfProject() {
        return ProjectExportProcess.KEY.equals(process);
    }

    public SentModel model() {
        return model;
    }

    /** In the order of the file. */
    public Collection<GraphNode> nodes() {
        return nodes.values();
    }

    public Optional<GraphNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Stream<GraphFlow> flows() {
        return nodes().stream().flatMap(node -> node.outgoing().stream());
    }

    /** Where the process or a subprocess begins. */
    public List<GraphNode> starts(String scope) {
        return in(scope).filter(node -> node.is(NodeKind.START)).toList();
    }

    /** Those that begin when something happens in this scope. */
    public List<GraphNode> eventSubprocesses(String scope) {
        return in(scope).filter(node -> node.is(NodeKind.EVENT_SUBPROCESS)).toList();
    }

    private Stream<GraphNode> in(String scope) {
        return nodes().stream().filter(node -> node.scope().equals(scope));
    }

    /** The other end of a link. */
    public Optional<GraphNode> linkedFrom(GraphNode thrower) {
        return in(thrower.scope())
                .filter(node -> node.is(NodeKind.CATCH)
                        && node.trigger().is(Trigger.Kind.LINK)
                        && thrower.trigger().equals(node.trigger()))
                .findFirst();
    }

    /** The subprocesses around it, from the nearest one. */
    public List<GraphNode> around(GraphNode node) {
        return Stream.iterate(
                        node(node.scope()),
                        Optional::isPresent,
                        inner -> node(inner.orElseThrow().scope()))
                .map(Optional::orElseThrow)
                .toList();
    }
}
