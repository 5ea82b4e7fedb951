package io.projectexport.process.play;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.GraphReader;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.StatusChanges;
import io.projectexport.process.play.Moment.Active;
import io.projectexport.process.play.Moment.Mover;
import io.projectexport.process.play.Moment.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plays a process from its start through every state that its choices allow, up to a bound. */
public final class Player {

    private static final int MOST_STATES = 60_000;

    private final FlowGraph graph;
    private final int mostStates;
    private final Set<Observation> observations = new LinkedHashSet<>();
    private final Set<GraphNode> reached = new LinkedHashSet<>();
    private final Set<GraphFlow> taken = new LinkedHashSet<>();
    private final Map<PlayState, Set<JobRounds.Edge>> states = new LinkedHashMap<>();
    private final Set<PlayState> last = new LinkedHashSet<>();
    private final Deque<PlayState> open = new ArrayDeque<>();
    private final Turn turn;
    private final Happenings happenings;

    private Player(FlowGraph graph, Choices choices, int mostStates) {
        this.graph = graph;
        this.mostStates = mostStates;
        this.turn = new Turn(graph, choices, observations::add, reached::add, taken::add);
        this.happenings = new Happenings(graph, choices, turn.scopes());
    }

    /** All that can happen in those of the product's processes that are in the model; played once for all rules. */
    public static Stream<Play> plays(SentModel model, ModelCatalogue catalogue) {
        return Stream.of(ProjectExportProcess.KEY, DailySummaryProcess.KEY)
                .flatMap(key -> model
                        .<Optional<Play>>derived(
                                Play.class.getName() + key,
                                () -> GraphReader.read(model, key, catalogue)
                                        .map(graph -> play(graph, new AllChoices(graph), MOST_STATES)))
                        .stream());
    }

    /** @param mostStates more are not played; an observation says so */
    public static Play play(FlowGraph graph, Choices choices, int mostStates) {
        return new Player(graph, choices, mostStates).play();
    }

    private Play play() {
        graph.starts(graph.process()).stream()
                .map(start -> Moment.of(PlayState.NEW, new Active(start, 0, Stage.ENTER), mover(start)))
                .forEach(moment -> turn.ends(moment).forEach(this::add));
        while (!open.isEmpty() && states.size() <= mostStates) {
            goOn(open.pop());
        }
        if (!open.isEmpty()) {
            see(Observation.Kind.TOO_MANY, graph.nodes().iterator().next(), open.peek());
        }
        JobRounds.in(states)
                .forEach(node -> observations.add(new Observation(Observation.Kind.RESTLESS, node, null, null)));
        return new Play(graph, observations, reached, taken, states.keySet(), last);
    }

    private static Mover mover(GraphNode start) {
        if (start.trigger().is(Trigger.Kind.NONE)) {
            return Mover.OWNER;
        }
        return start.trigger().is(Trigger.Kind.TIMER) ? Mover.JOB : Mover.ANYBODY;
    }

    private void add(PlayState state) {
        if (states.putIfAbsent(state, new LinkedHashSet<>()) == null) {
            open.push(state);
        }
    }

    private void goOn(PlayState state) {
        if (isBroken(state)) {
            return;
        }
        boolean isMoving = false;
        for (Happenings.Happening happening : happenings.after(state).toList()) {
            isMoving = true;
            for (PlayState next : turn.ends(happening.moment())) {
                add(next);
                if (happening.job() != null) {
                    states.get(state).add(new JobRounds.Edge(next, happening.job()));
                }
            }
        }
        if (!isMoving) {
            last.add(state);
            state.tokens().stream()
                    .map(Token::node)
                    .distinct()
                    .forEach(node -> see(Observation.Kind.STUCK, node, state));
        }
    }

    private void see(Observation.Kind kind, GraphNode node, PlayState state) {
        observations.add(new Observation(kind, node, state.status(), null));
    }

    /** What cannot be gone on with: whatever follows would only repeat it. */
    private boolean isBroken(PlayState state) {
        boolean isBroken = false;
        if (graph.isOfProject()) {
            for (Token token : state.tokens()) {
                isBroken |= isUnregistered(token, state) || isAtWrongTime(token, state);
            }
        }
        return isBroken;
    }

    private boolean isUnregistered(Token token, PlayState state) {
        boolean isForPerson =
                token.node().steps().stream().anyMatch(step -> step.about().forPerson());
        if (state.status() != null || isForPerson) {
            return false;
        }
        see(Observation.Kind.UNREGISTERED, token.node(), state);
        return true;
    }

    private boolean isAtWrongTime(Token token, PlayState state) {
        if (token.node().decision() == null || !token.isAt()) {
            return false;
        }
        if (state.tokens().stream().filter(token::equals).count() > 1) {
            see(Observation.Kind.TWICE, token.node(), state);
            return true;
        }
        if (!StatusChanges.refused(token.node().decision(), state.status()).isEmpty()) {
            see(Observation.Kind.TASK_IN_WRONG_STATUS, token.node(), state);
            return true;
        }
        return false;
    }
}
