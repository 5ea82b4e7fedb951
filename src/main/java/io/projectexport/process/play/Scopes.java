package io.projectexport.process.play;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.StatusChanges;
import io.projectexport.process.play.Moment.Active;
import io.projectexport.process.play.Moment.Stage;
import io.projectexport.process.play.PlayState.OpenScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Scopes that are opened, completed, interrupted, and through which errors and escalations rise. */
final class Scopes {

    private final FlowGraph graph;
    private final Consumer<Observation> seen;

    Scopes(FlowGraph graph, Consumer<Observation> seen) {
        this.graph = graph;
        this.seen = seen;
    }

    /** The head, a subprocess, begins. */
    Moment open(Moment moment) {
        Active head = moment.head();
        PlayState state = moment.state().opened(head.node(), head.scope());
        return moment.then(state, begin(head.node(), state.lastOpened()));
    }

    private List<Active> begin(GraphNode subprocess, int scope) {
        return graph.starts(subprocess.id()).stream()
                .map(start -> new Active(start, scope, Stage.ENTER))
                .toList();
    }

    /** Something of the scope ended at this node; with the last of it, the scope is complete. */
    Moment ended(Moment moment, int scope, GraphNode last) {
        boolean isAlive = moment.state().tokens().stream().anyMatch(token -> token.scope() == scope)
                || moment.agenda().stream().anyMatch(active -> active.scope() == scope)
                || moment.state().within(scope).findAny().isPresent();
        if (isAlive) {
            return moment;
        }
        if (scope == 0) {
            seeEnd(moment.state(), last);
            return moment;
        }
        OpenScope done = moment.state().scope(scope);
        Moment closed = moment.with(moment.state().closed(Set.of(scope)));
        return done.node().is(NodeKind.EVENT_SUBPROCESS)
                ? ended(closed, done.parent(), last)
                : closed.first(new Active(done.node(), done.parent(), Stage.LEAVE));
    }

    private void seeEnd(PlayState state, GraphNode last) {
        if (graph.isOfProject() && !StatusChanges.isOver(state.status())) {
            seen.accept(new Observation(Observation.Kind.ENDED_ALIVE, last, state.status(), null));
        }
    }

    /** Everything in the scope ends; the scope itself goes on. */
    Moment emptied(Moment moment, int scope, GraphNode killer) {
        Set<Integer> family = moment.state().family(scope);
        moment.state().tokens().stream()
                .filter(token -> family.contains(token.scope()))
                .forEach(token -> seeKilled(moment.state(), token, killer));
        PlayState state = moment.state().without((Token token) -> family.contains(token.scope()));
        family.remove(scope);
        PlayState closed = state.closed(family);
        family.add(scope);
        return moment.withoutMoving(family).with(closed);
    }

    /** The scope ends with everything in it. */
    Moment cancelled(Moment moment, int scope, GraphNode killer) {
        Moment emptied = emptied(moment, scope, killer);
        return emptied.with(emptied.state().closed(Set.of(scope)));
    }

    private void seeKilled(PlayState state, Token token, GraphNode killer) {
        boolean isWork = token.node().is(NodeKind.USER_TASK)
                || token.isJob()
                        && token.node().steps().stream()
                                .anyMatch(step -> step.about().outside());
        if (isWork) {
            seen.accept(new Observation(Observation.Kind.KILLED, token.node(), state.status(), killer.id()));
        }
    }

    /** An event of the scope begins its subprocess. */
    Moment handled(Moment moment, int scope, GraphNode handler) {
        GraphNode start = graph.starts(handler.id()).get(0);
        Moment free = start.isInterrupting() ? emptied(moment, scope, handler) : moment;
        Moment opened = free.with(free.state().opened(handler, scope));
        return opened.first(new Active(start, opened.state().lastOpened(), Stage.LEAVE));
    }

    /** An event on the boundary of a subprocess. */
    Moment left(Moment moment, OpenScope scope, GraphNode event) {
        Moment free = event.isInterrupting() ? cancelled(moment, scope.number(), event) : moment;
        return free.first(new Active(event, scope.parent(), Stage.LEAVE));
    }

    /** The head throws; empty where nothing catches. Its own activity is over by then unless the catching event lets it go on. */
    Optional<Moment> thrown(Moment moment, Trigger.Kind kind, String code) {
        Active head = moment.head();
        Moment without = kind == Trigger.Kind.ERROR ? moment.then(moment.state()) : moment;
        Optional<GraphNode> own = catching(head.node().boundaries(), kind, code);
        return own.isPresent()
                ? own.map(event -> without.first(new Active(event, head.scope(), Stage.LEAVE)))
                : rising(without, head.scope(), null, kind, code);
    }

    private Optional<Moment> rising(Moment moment, int scope, GraphNode from, Trigger.Kind kind, String code) {
        Optional<GraphNode> handler =
                graph
                        .eventSubprocesses(
                                scope == 0
                                        ? graph.process()
                                        : moment.state().scope(scope).node().id())
                        .stream()
                        .filter(candidate -> candidate != from)
                        .filter(candidate -> catching(graph.starts(candidate.id()), kind, code)
                                .isPresent())
                        .findFirst();
        if (handler.isPresent()) {
            return handler.map(found -> handled(moment, scope, found));
        }
        if (scope == 0) {
            return Optional.empty();
        }
        OpenScope open = moment.state().scope(scope);
        Optional<GraphNode> event = catching(open.node().boundaries(), kind, code);
        return event.isPresent()
                ? event.map(found -> left(moment, open, found))
                : rising(moment, open.parent(), open.node(), kind, code);
    }

    private static Optional<GraphNode> catching(List<GraphNode> events, Trigger.Kind kind, String code) {
        return events.stream()
                .filter(event -> event.trigger().catches(kind, code))
                .findFirst();
    }
}
