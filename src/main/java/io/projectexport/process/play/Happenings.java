package io.projectexport.process.play;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.flow.Condition;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.StatusChanges;
import io.projectexport.process.play.Moment.Active;
import io.projectexport.process.play.Moment.Mover;
import io.projectexport.process.play.Moment.Stage;
import io.projectexport.process.play.PlayState.OpenScope;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can happen next to a project that waits: answers, jobs, timers, messages. */
final class Happenings {

    private static final Duration NO_PAUSE = Duration.ofSeconds(10);

    /**
     * One of them.
     *
     * @param job the node whose job begins at once; null where something is waited for
     */
    record Happening(Moment moment, GraphNode job) {}

    private final FlowGraph graph;
    private final Choices choices;
    private final Scopes scopes;

    Happenings(FlowGraph graph, Choices choices, Scopes scopes) {
        this.graph = graph;
        this.choices = choices;
        this.scopes = scopes;
    }

    /** What waits aside goes first, where nothing can end it: its moment makes no difference. */
    Stream<Happening> after(PlayState state) {
        Optional<Token> aside = state.tokens().stream()
                .filter(token -> graph.isSafe() && graph.isAside(token.node()))
                .findFirst();
        return aside.isPresent() ? of(aside.get(), state) : all(state);
    }

    private Stream<Happening> all(PlayState state) {
        Stream<Happening> ofTokens = state.tokens().stream()
                .distinct()
                .flatMap(token -> Stream.concat(of(token, state), onBoundary(token, state)));
        Stream<Happening> ofScopes = state.scopes().stream()
                .flatMap(scope -> scope.node().boundaries().stream()
                        .filter(event -> canHappen(event, state))
                        .map(event -> caught(event, scopes.left(idle(state, event), scope, event))));
        Stream<Happening> ofHandlers = Stream.concat(
                        Stream.of(0), state.scopes().stream().map(OpenScope::number))
                .flatMap(scope -> handlers(scope, state));
        return Stream.of(ofTokens, ofScopes, ofHandlers).flatMap(all -> all);
    }

    private Stream<Happening> of(Token token, PlayState state) {
        PlayState without = state.without(token);
        Active active = new Active(token.node(), token.scope(), Stage.LEAVE);
        return switch (token.phase()) {
            case BEFORE -> Stream.of(job(without, active.then(Stage.RUN)));
            case EACH -> Stream.of(job(without, active.then(Stage.WORK)));
            case AFTER -> Stream.of(job(without, active.then(Stage.GO)));
            case JOIN -> Stream.empty();
            case AT -> waited(token, without, active);
        };
    }

    private static Happening job(PlayState state, Active active) {
        return new Happening(Moment.of(state, active, Mover.JOB), active.node());
    }

    private Stream<Happening> waited(Token token, PlayState without, Active active) {
        GraphNode node = token.node();
        return switch (node.kind()) {
            case USER_TASK ->
                node.decision() == null
                        ? Stream.of(moved(without, active, Mover.ANYBODY))
                        : choices.answers(node, without).stream()
                                .filter(word -> !StatusChanges.refused(node.decision(), without.status())
                                        .contains(word))
                                .map(word -> answered(without, active, word));
            case EVENT_BASED ->
                node.outgoing().stream()
                        .map(GraphFlow::to)
                        .filter(event -> canHappen(event, without))
                        .map(event -> caught(event, without, new Active(event, token.scope(), Stage.LEAVE)));
            case CATCH -> canHappen(node, without) ? Stream.of(caught(node, without, active)) : Stream.empty();
            default -> Stream.of(moved(without, active, Mover.JOB));
        };
    }

    private static Happening moved(PlayState state, Active active, Mover mover) {
        return new Happening(Moment.of(state, active, mover), null);
    }

    private Happening answered(PlayState state, Active active, String word) {
        DecisionTask decision = active.node().decision();
        PlayState decided = state.in(StatusChanges.after(decision, word, state.status(), state.isAccepted()))
                .accepted(StatusChanges.isAccepted(decision, word, state.isAccepted()))
                .with(decision.answer().name(), word);
        return moved(
                choices.after(active.node(), decided),
                active,
                decision == DecisionTask.CORRECT ? Mover.OWNER : Mover.APPROVER);
    }

    private Stream<Happening> onBoundary(Token token, PlayState state) {
        if (!token.hasOpenBoundary()) {
            return Stream.empty();
        }
        return token.node().boundaries().stream()
                .filter(event -> canHappen(event, state) || isThrown(token.node(), event, state))
                .map(event -> caught(
                        event,
                        event.isInterrupting() ? state.without(token) : state,
                        new Active(event, token.scope(), Stage.LEAVE)));
    }

    /** Work of somebody else's throws what it likes. */
    private boolean isThrown(GraphNode activity, GraphNode event, PlayState state) {
        boolean isForeign = activity.is(NodeKind.CALL_ACTIVITY) || activity.is(NodeKind.EXTERNAL_TASK);
        boolean isRaised =
                event.trigger().is(Trigger.Kind.ERROR) || event.trigger().is(Trigger.Kind.ESCALATION);
        return isForeign && isRaised && choices.happens(event, state);
    }

    private Stream<Happening> handlers(int scope, PlayState state) {
        boolean isInterrupted = state.within(scope)
                .anyMatch(inner -> inner.node().is(NodeKind.EVENT_SUBPROCESS)
                        && graph.starts(inner.node().id()).get(0).isInterrupting());
        if (isInterrupted || state.tokens().isEmpty()) {
            return Stream.empty();
        }
        String id = scope == 0 ? graph.process() : state.scope(scope).node().id();
        return graph.eventSubprocesses(id).stream()
                .filter(handler -> !graph.starts(handler.id()).isEmpty())
                .filter(handler -> canHappen(graph.starts(handler.id()).get(0), state))
                .map(handler -> {
                    GraphNode start = graph.starts(handler.id()).get(0);
                    return caught(start, scopes.handled(idle(state, start), scope, handler));
                });
    }

    private static Moment idle(PlayState state, GraphNode event) {
        return new Moment(state, List.of(), mover(event), 0, null);
    }

    private boolean canHappen(GraphNode event, PlayState state) {
        Trigger trigger = event.trigger();
        boolean isPossible = switch (trigger.kind()) {
            case TIMER, SIGNAL -> true;
            case MESSAGE -> !isRetrieval(trigger) || state.status() == ExportStatus.READY_TO_EXPORT;
            case CONDITIONAL ->
                new Condition(trigger.text()).holds(state.values()).orElse(true);
            default -> false;
        };
        return isPossible && choices.happens(event, state);
    }

    private static boolean isRetrieval(Trigger trigger) {
        return ProjectExportProcess.PROJECT_RETRIEVED.equals(trigger.text());
    }

    private static Happening caught(GraphNode event, PlayState state, Active active) {
        return caught(event, Moment.of(state, active, mover(event)));
    }

    /** A time is over once it was waited for. */
    private static Happening caught(GraphNode event, Moment moment) {
        PlayState state = event.trigger().is(Trigger.Kind.TIMER)
                ? moment.state().without(Set.of(ProjectExportProcess.RETRY_AT.name()))
                : moment.state();
        return new Happening(moment.with(state), isAtOnce(event) ? event : null);
    }

    private static Mover mover(GraphNode event) {
        if (event.trigger().is(Trigger.Kind.TIMER)) {
            return Mover.JOB;
        }
        boolean isOwner = event.trigger().is(Trigger.Kind.MESSAGE) && isRetrieval(event.trigger());
        return isOwner ? Mover.OWNER : Mover.ANYBODY;
    }

    private static boolean isAtOnce(GraphNode event) {
        boolean movesOn = event.is(NodeKind.CATCH) || event.isInterrupting();
        try {
            return movesOn
                    && event.trigger().is(Trigger.Kind.TIMER)
                    && Duration.parse(event.trigger().text()).compareTo(NO_PAUSE) < 0;
        } catch (DateTimeParseException computed) {
            return false;
        }
    }
}
