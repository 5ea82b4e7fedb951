package io.projectexport.process.play;

import io.projectexport.process.flow.Condition;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.play.Moment.Active;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Leaves a node by its sequence flows, as the engine chooses them. */
final class Leaving {

    /** More combinations of values than these are not told apart. */
    private static final int MOST = 256;

    private static final Set<String> ANSWERS = Arrays.stream(DecisionTask.values())
            .map(task -> task.answer().name())
            .collect(Collectors.toUnmodifiableSet());

    private final FlowGraph graph;
    private final Choices choices;
    private final Scopes scopes;
    private final Consumer<Observation> seen;
    private final Consumer<GraphFlow> taken;

    Leaving(FlowGraph graph, Choices choices, Scopes scopes, Consumer<Observation> seen, Consumer<GraphFlow> taken) {
        this.graph = graph;
        this.choices = choices;
        this.scopes = scopes;
        this.seen = seen;
        this.taken = taken;
    }

    List<Moment> leave(Moment moment) {
        GraphNode node = moment.head().node();
        if (node.outgoing().isEmpty()) {
            return List.of(
                    scopes.ended(moment.then(moment.state()), moment.head().scope(), node));
        }
        if (!node.kind().asksConditions()) {
            return List.of(along(moment, node.outgoing()));
        }
        if (node.outgoing().stream().anyMatch(Leaving::isUnreadable)) {
            return List.of();
        }
        return known(moment, terms(node)).stream()
                .flatMap(each -> chosen(each).map(flows -> along(each, flows)).stream())
                .toList();
    }

    /** What it would do nobody can tell; another rule says so. */
    private static boolean isUnreadable(GraphFlow flow) {
        return flow.condition() != null && !flow.condition().isReadable();
    }

    private static Set<String> terms(GraphNode node) {
        return node.outgoing().stream()
                .filter(flow -> !flow.isDefault())
                .map(GraphFlow::condition)
                .filter(Objects::nonNull)
                .flatMap(condition -> condition.terms().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same for each of the values that these terms can have. */
    private List<Moment> known(Moment moment, Set<String> terms) {
        List<Moment> all = List.of(moment);
        for (String term : terms) {
            boolean isOpen = !moment.state().values().containsKey(term) && !ANSWERS.contains(term);
            if (isOpen && all.size() < MOST) {
                List<Object> values = choices.values(term, moment.state());
                all = all.stream()
                        .flatMap(each -> values.stream()
                                .map(value -> each.guessed(each.state().with(term, value))))
                        .toList();
            }
        }
        return all;
    }

    private Optional<List<GraphFlow>> chosen(Moment moment) {
        GraphNode node = moment.head().node();
        Map<String, Object> values = moment.state().values();
        List<GraphFlow> open = new ArrayList<>();
        for (GraphFlow flow : node.outgoing()) {
            if (flow.isDefault()) {
                continue;
            }
            Optional<Boolean> holds = flow.condition() == null
                    ? Optional.of(true)
                    : flow.condition().holds(values);
            if (holds.isEmpty()) {
                see(Observation.Kind.NOT_ANSWERED, moment, missing(flow.condition(), values));
                return Optional.empty();
            }
            if (holds.get()) {
                open.add(flow);
            }
            if (holds.get() && node.is(NodeKind.EXCLUSIVE)) {
                break;
            }
        }
        seeStale(moment);
        return open.isEmpty() ? byDefault(moment) : Optional.of(open);
    }

    private static String missing(Condition condition, Map<String, Object> values) {
        return condition.terms().stream()
                .filter(term -> !values.containsKey(term))
                .findFirst()
                .orElse(condition.text());
    }

    private void seeStale(Moment moment) {
        terms(moment.head().node()).stream()
                .filter(moment.state().stale()::contains)
                .forEach(term -> see(Observation.Kind.ANSWERED_EARLIER, moment, term));
    }

    private Optional<List<GraphFlow>> byDefault(Moment moment) {
        List<GraphFlow> otherwise = moment.head().node().outgoing().stream()
                .filter(GraphFlow::isDefault)
                .toList();
        if (otherwise.isEmpty()) {
            see(Observation.Kind.NO_WAY_OUT, moment, witness(moment));
        }
        return otherwise.isEmpty() ? Optional.empty() : Optional.of(otherwise);
    }

    private static String witness(Moment moment) {
        return terms(moment.head().node()).stream()
                .map(term -> "%s is %s"
                        .formatted(
                                term, Objects.toString(moment.state().values().get(term), "empty")))
                .collect(Collectors.joining(" and "));
    }

    private void see(Observation.Kind kind, Moment moment, String detail) {
        seen.accept(new Observation(kind, moment.head().node(), moment.state().status(), detail));
    }

    private Moment along(Moment moment, List<GraphFlow> flows) {
        flows.forEach(taken);
        Active head = moment.head();
        return moment.then(
                remembered(moment.state(), head.node()),
                flows.stream().map(flow -> head.at(flow.to())).toList());
    }

    /** What nobody asks for again is forgotten. */
    private PlayState remembered(PlayState state, GraphNode node) {
        Set<String> forgotten = terms(node).stream()
                .filter(term -> !ANSWERS.contains(term))
                .filter(term -> !term.matches("\\w+") || !graph.isShared(term))
                .collect(Collectors.toSet());
        return state.without(forgotten);
    }
}
