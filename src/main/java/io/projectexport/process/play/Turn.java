package io.projectexport.process.play;

import io.projectexport.process.flow.Condition;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.FlowPaths;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.StatusChanges;
import io.projectexport.process.play.Moment.Active;
import io.projectexport.process.play.Moment.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The step function: one transaction of the engine, from what begins it until everything waits or has ended. */
final class Turn {

    private static final int MOST_MOMENTS = 20_000;

    private final FlowGraph graph;
    private final Consumer<Observation> seen;
    private final Consumer<GraphNode> reached;
    private final Scopes scopes;
    private final StepRun steps;
    private final Leaving leaving;

    Turn(
            FlowGraph graph,
            Choices choices,
            Consumer<Observation> seen,
            Consumer<GraphNode> reached,
            Consumer<GraphFlow> taken) {
        this.graph = graph;
        this.seen = seen;
        this.reached = reached;
        this.scopes = new Scopes(graph, seen);
        this.steps = new StepRun(graph, choices, scopes, seen);
        this.leaving = new Leaving(graph, choices, scopes, seen, taken);
    }

    Scopes scopes() {
        return scopes;
    }

    /** All states in which it can end. */
    Set<PlayState> ends(Moment start) {
        Set<PlayState> ends = new LinkedHashSet<>();
        Deque<Moment> open = new ArrayDeque<>(List.of(start));
        for (int played = 0; !open.isEmpty(); played++) {
            Moment moment = open.pop();
            if (moment.isOver()) {
                ends.add(moment.state().canonical(graph));
            } else if (played > MOST_MOMENTS) {
                see(Observation.Kind.ENDLESS, moment);
                return ends;
            } else if (!isRound(moment)) {
                next(moment).forEach(open::push);
            }
        }
        return ends;
    }

    private boolean isRound(Moment moment) {
        Moment earlier = moment.head().stage() == Stage.ENTER ? moment.earlierSelf() : null;
        if (earlier == null) {
            return false;
        }
        see(earlier.guesses() == moment.guesses() ? Observation.Kind.ENDLESS : Observation.Kind.MAYBE_ENDLESS, moment);
        return true;
    }

    private void see(Observation.Kind kind, Moment moment) {
        seen.accept(new Observation(kind, moment.head().node(), moment.state().status(), null));
    }

    private List<Moment> next(Moment moment) {
        Active head = moment.head();
        GraphNode node = head.node();
        reached.accept(node);
        return switch (head.stage()) {
            case ENTER -> List.of(node.isAsyncBefore() ? moment.waits(Token.Phase.BEFORE) : moment.then(Stage.RUN));
            case RUN -> node.isAsyncEach() ? waiting(moment, Token.Phase.EACH) : worked(moment);
            case WORK -> worked(moment);
            case LEAVE -> List.of(node.isAsyncAfter() ? moment.waits(Token.Phase.AFTER) : moment.then(Stage.GO));
            case GO -> leaving.leave(forgetting(moment));
        };
    }

    /** What the node writes is another value from now on. */
    private static Moment forgetting(Moment moment) {
        return moment.with(moment.state().without(ownWrites(moment)));
    }

    private static Set<String> ownWrites(Moment moment) {
        Set<String> writes = new HashSet<>(moment.head().node().writes());
        GraphNode node = moment.head().node();
        if (node.decision() != null) {
            writes.remove(node.decision().answer().name());
        }
        return writes;
    }

    private List<Moment> worked(Moment moment) {
        return switch (moment.head().node().kind()) {
            case USER_TASK, EXTERNAL_TASK, CALL_ACTIVITY, CATCH, EVENT_BASED -> waiting(moment, Token.Phase.AT);
            case PARALLEL -> List.of(joined(moment));
            case INCLUSIVE -> List.of(joinedInclusively(moment));
            case SUBPROCESS -> List.of(scopes.open(moment));
            case THROW, END -> thrown(moment);
            case START, TASK, BOUNDARY, EXCLUSIVE, EVENT_SUBPROCESS -> steps.run(moment);
        };
    }

    /** A link event that catches is the other end of one that throws. */
    private List<Moment> waiting(Moment moment, Token.Phase phase) {
        GraphNode node = moment.head().node();
        if (node.trigger().is(Trigger.Kind.LINK)) {
            return List.of(moment.then(Stage.LEAVE));
        }
        if (node.decision() != null) {
            PlayState state = moment.state();
            return waits(moment.with(state.in(StatusChanges.at(node.decision(), state.status()))), node, phase);
        }
        return waits(moment, node, phase);
    }

    private List<Moment> waits(Moment moment, GraphNode node, Token.Phase phase) {
        Stream<GraphNode> timed = Stream.of(
                        Stream.of(node),
                        node.boundaries().stream(),
                        node.is(NodeKind.EVENT_BASED)
                                ? node.outgoing().stream().map(GraphFlow::to)
                                : Stream.<GraphNode>empty())
                .flatMap(all -> all);
        Optional<GraphNode> timeless =
                timed.filter(event -> isTimeless(event, moment.state())).findFirst();
        timeless.ifPresent(event -> seen.accept(new Observation(
                Observation.Kind.TIME_NOT_SET, event, moment.state().status(), null)));
        return timeless.isPresent() ? List.of() : List.of(moment.waits(phase));
    }

    private static boolean isTimeless(GraphNode event, PlayState state) {
        String time = ProjectExportProcess.RETRY_AT.name();
        return event.trigger().is(Trigger.Kind.TIMER)
                && new Condition(event.trigger().text()).terms().contains(time)
                && !state.values().containsKey(time);
    }

    private Moment joined(Moment moment) {
        Active head = moment.head();
        Token here = head.waiting(Token.Phase.JOIN);
        long waiting = moment.state().tokens().stream().filter(here::equals).count();
        return waiting + 1 < head.node().incoming().size()
                ? moment.waits(Token.Phase.JOIN)
                : moment.with(moment.state().without((Token token) -> token.equals(here)))
                        .then(Stage.LEAVE);
    }

    /** The engine looks only when somebody arrives, and goes on when nobody else of the scope can come. */
    private Moment joinedInclusively(Moment moment) {
        Active head = moment.head();
        Token here = head.waiting(Token.Phase.JOIN);
        long waiting = moment.state().tokens().stream().filter(here::equals).count();
        boolean isAwaited = waiting + 1 < head.node().incoming().size() && othersCanCome(moment, here);
        return isAwaited
                ? moment.waits(Token.Phase.JOIN)
                : moment.with(moment.state().without((Token token) -> token.equals(here)))
                        .then(Stage.LEAVE);
    }

    private static boolean othersCanCome(Moment moment, Token here) {
        PlayState state = moment.state();
        Stream<GraphNode> waiting = state.tokens().stream()
                .filter(token -> token.scope() == here.scope() && !token.equals(here))
                .map(Token::node);
        Stream<GraphNode> moving = moment.agenda().stream()
                .skip(1)
                .filter(active -> active.scope() == here.scope())
                .map(Active::node);
        Stream<GraphNode> inner = state.within(here.scope()).map(PlayState.OpenScope::node);
        return Stream.of(waiting, moving, inner)
                .flatMap(all -> all)
                .anyMatch(node -> node == here.node() || FlowPaths.reach(node, here.node()));
    }

    private List<Moment> thrown(Moment moment) {
        Active head = moment.head();
        Trigger trigger = head.node().trigger();
        return switch (trigger.kind()) {
            case ERROR ->
                scopes.thrown(moment, Trigger.Kind.ERROR, trigger.text())
                        .map(List::of)
                        .orElseGet(() -> uncaught(moment, trigger.text()));
            case CANCEL ->
                scopes.thrown(moment, Trigger.Kind.CANCEL, null)
                        .map(List::of)
                        .orElseGet(() -> List.of(moment.then(Stage.LEAVE)));
            case ESCALATION -> List.of(escalated(moment, trigger.text()));
            case TERMINATE -> {
                Moment emptied = scopes.emptied(moment, head.scope(), head.node());
                yield List.of(scopes.ended(emptied, head.scope(), head.node()));
            }
            case LINK ->
                graph.linkedFrom(head.node())
                        .map(target -> List.of(moment.then(moment.state(), head.at(target))))
                        .orElseGet(() -> List.of(moment.then(Stage.LEAVE)));
            default -> steps.run(moment);
        };
    }

    private List<Moment> uncaught(Moment moment, String code) {
        seen.accept(new Observation(
                Observation.Kind.UNCAUGHT, moment.head().node(), moment.state().status(), code));
        return List.of();
    }

    /** Whoever catches may interrupt the scope; else it goes on, too. */
    private Moment escalated(Moment moment, String code) {
        Moment leaving = moment.then(Stage.LEAVE);
        return scopes.thrown(leaving, Trigger.Kind.ESCALATION, code).orElse(leaving);
    }
}
