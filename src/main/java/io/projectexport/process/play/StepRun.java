package io.projectexport.process.play;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.StatusChanges;
import io.projectexport.process.play.Choices.StepOutcome;
import io.projectexport.process.play.Moment.Mover;
import io.projectexport.process.play.Moment.Stage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs what a node calls: whether it works here, what it does to the project, and how it can end. */
final class StepRun {

    private static final Set<String> ANSWERS = Arrays.stream(DecisionTask.values())
            .map(task -> task.answer().name())
            .collect(Collectors.toUnmodifiableSet());

    private final FlowGraph graph;
    private final Choices choices;
    private final Scopes scopes;
    private final Consumer<Observation> seen;
    private final Set<String> needed;

    StepRun(FlowGraph graph, Choices choices, Scopes scopes, Consumer<Observation> seen) {
        this.graph = graph;
        this.choices = choices;
        this.scopes = scopes;
        this.seen = seen;
        this.needed = graph.nodes().stream()
                .flatMap(node -> node.steps().stream())
                .flatMap(step -> Stream.of(step.about().needs()))
                .collect(Collectors.toSet());
    }

    /** All that the head calls, one after the other. */
    List<Moment> run(Moment moment) {
        return run(moment, 0);
    }

    private List<Moment> run(Moment moment, int position) {
        GraphNode node = moment.head().node();
        if (position == node.steps().size()) {
            return List.of(moment.then(Stage.LEAVE));
        }
        Step step = node.steps().get(position);
        if (!step.about().process().equals(graph.process())) {
            return run(moment, position + 1);
        }
        if (!works(node, step, moment)) {
            return List.of();
        }
        return choices.outcomes(node, step, moment.state()).stream()
                .flatMap(outcome -> after(moment, step, outcome, position).stream())
                .toList();
    }

    private List<Moment> after(Moment moment, Step step, StepOutcome outcome, int position) {
        if (outcome.error() == null) {
            return done(moment.state(), step).stream()
                    .map(next -> choices.after(moment.head().node(), next))
                    .flatMap(next -> run(moment.with(next), position + 1).stream())
                    .toList();
        }
        PlayState state = failed(moment.state(), outcome.error());
        Moment failed = moment.with(choices.after(moment.head().node(), state));
        String code = outcome.error().code();
        return scopes.thrown(failed, Trigger.Kind.ERROR, code).map(List::of).orElseGet(() -> {
            see(Observation.Kind.UNCAUGHT, moment, code);
            return List.of();
        });
    }

    private boolean works(GraphNode node, Step step, Moment moment) {
        PlayState state = moment.state();
        if (graph.isOfProject() && !StatusChanges.takes(step.about(), state.status())) {
            see(Observation.Kind.STEP_IN_WRONG_STATUS, moment, step.bean());
            return false;
        }
        if (step.about().forPerson() && moment.mover() != Mover.OWNER) {
            see(Observation.Kind.WITHOUT_ITS_PERSON, moment, moment.mover().name());
            return false;
        }
        return Stream.of(step.about().needs())
                .filter(name -> !state.values().containsKey(name))
                .peek(name -> see(Observation.Kind.WITHOUT_VARIABLE, moment, name))
                .findFirst()
                .isEmpty();
    }

    private void see(Observation.Kind kind, Moment moment, String detail) {
        seen.accept(new Observation(kind, moment.head().node(), moment.state().status(), detail));
    }

    /** In each of the statuses that it can leave behind. */
    private List<PlayState> done(PlayState state, Step step) {
        PlayState next = state;
        for (String name : step.about().sets()) {
            next = needed.contains(name) ? next.with(name, true) : next;
        }
        PlayState set = next;
        ExportStatus[] to = step.about().to();
        return to.length == 0
                ? List.of(set)
                : Stream.of(to).map(status -> moved(set, status)).toList();
    }

    private static PlayState moved(PlayState state, ExportStatus status) {
        PlayState begun = status == ExportStatus.READY_TO_EXPORT ? newRound(state) : state;
        return begun.in(status).accepted(status != ExportStatus.READY_TO_EXPORT && status != ExportStatus.REJECTED);
    }

    /** Its fields are others now, whatever conditions knew of them, and what was answered is of the round before. */
    private static PlayState newRound(PlayState state) {
        Set<String> stale = new HashSet<>(state.values().keySet());
        stale.retainAll(ANSWERS);
        Set<String> others = new HashSet<>(state.values().keySet());
        others.removeAll(ANSWERS);
        PlayState fresh = state.without(others);
        return fresh.with(fresh.values(), stale);
    }

    private static PlayState failed(PlayState state, ExportFailure.Reason reason) {
        return switch (reason) {
            case RATE_LIMITED, OUTCOME_UNKNOWN -> state.with(ProjectExportProcess.RETRY_AT.name(), true);
            case REFUSED, UNAVAILABLE, NOT_CONNECTED -> state.in(ExportStatus.FAILED_TO_EXPORT);
        };
    }
}
