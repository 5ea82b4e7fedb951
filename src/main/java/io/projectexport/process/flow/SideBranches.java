package io.projectexport.process.flow;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nodes from which everything leads to an end without touching the project or another token, such as mails: when they run makes no
 * difference to anything else, unless something can end them before.
 */
final class SideBranches {

    private static final Set<NodeKind> KINDS = Set.of(
            NodeKind.TASK,
            NodeKind.USER_TASK,
            NodeKind.EXTERNAL_TASK,
            NodeKind.END,
            NodeKind.THROW,
            NodeKind.BOUNDARY,
            NodeKind.EXCLUSIVE);

    private static final Set<Trigger.Kind> TRIGGERS =
            Set.of(Trigger.Kind.NONE, Trigger.Kind.MESSAGE, Trigger.Kind.SIGNAL, Trigger.Kind.COMPENSATION);

    private SideBranches() {}

    static Set<GraphNode> in(Collection<GraphNode> nodes) {
        return nodes.stream()
                .filter(node -> FlowPaths.from(Set.of(node)).stream().allMatch(SideBranches::isAside))
                .collect(Collectors.toSet());
    }

    private static boolean isAside(GraphNode node) {
        boolean changesNothing = node.steps().stream()
                .map(step -> step.about())
                .allMatch(about -> about.from().length + about.to().length + about.errors().length == 0);
        return KINDS.contains(node.kind())
                && TRIGGERS.contains(node.trigger().kind())
                && changesNothing
                && node.decision() == null
                && node.writes().isEmpty()
                && node.boundaries().isEmpty()
                && node.outgoing().stream().allMatch(flow -> flow.condition() == null);
    }

    /** Whether a process ends nothing before its time. */
    static boolean areSafe(Collection<GraphNode> nodes) {
        return nodes.stream().noneMatch(SideBranches::isKiller);
    }

    private static boolean isKiller(GraphNode node) {
        return switch (node.kind()) {
            case END, THROW ->
                Stream.of(Trigger.Kind.TERMINATE, Trigger.Kind.ERROR, Trigger.Kind.ESCALATION, Trigger.Kind.CANCEL)
                        .anyMatch(node.trigger()::is);
            case EVENT_SUBPROCESS -> true;
            case SUBPROCESS -> !node.boundaries().isEmpty();
            default -> false;
        };
    }
}
