package io.projectexport.process.waiting;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.WaitingPlace;
import io.projectexport.export.waiting.ProcessPosition;
import io.projectexport.export.waiting.ProcessPositions;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.waiting.WaitState.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ProcessPositions}: what the engine says about one instance, in words for people. */
@Component
class EnginePositions implements ProcessPositions {

    private final WaitStates states;
    private final ElementNames names;
    private final Waiters waiters;

    EnginePositions(WaitStates states, ElementNames names, Waiters waiters) {
        this.states = states;
        this.names = names;
        this.waiters = waiters;
    }

    @Override
    public ProcessPosition of(UUID exportId) {
        List<WaitState> all = states.of(exportId);
        Optional<WaitState> instance = of(Kind.INSTANCE, all).findFirst();
        if (instance.isEmpty()) {
            return ProcessPosition.ENDED;
        }
        boolean isOnHold = all.stream().anyMatch(WaitState::isSuspended);
        String definition = instance.get().element();
        List<WaitState> tasks = of(Kind.TASK, all).toList();
        return new ProcessPosition(
                true,
                isOnHold,
                tasks.isEmpty() ? others(definition, all) : tasks(definition, tasks),
                isOnHold ? Set.of() : possible(definition, tasks, all),
                !tasks.isEmpty()
                        && tasks.stream()
                                .allMatch(task -> names.decision(definition, task.element())
                                        .isEmpty()));
    }

    private static Stream<WaitState> of(Kind kind, List<WaitState> all) {
        return all.stream().filter(state -> state.kind() == kind);
    }

    private Set<Action> possible(String definition, List<WaitState> tasks, List<WaitState> all) {
        Set<Action> possible = EnumSet.noneOf(Action.class);
        tasks.forEach(task -> names.decision(definition, task.element())
                .map(DecisionTask::actions)
                .ifPresent(possible::addAll));
        if (of(Kind.EVENT, all).anyMatch(event -> ProjectExportProcess.PROJECT_RETRIEVED.equals(event.name()))) {
            possible.add(Action.RETRIEVE);
        }
        return possible;
    }

    private List<WaitingPlace> tasks(String definition, List<WaitState> tasks) {
        Map<String, List<WaitState>> byElement = tasks.stream()
                .collect(Collectors.groupingBy(WaitState::element, LinkedHashMap::new, Collectors.toList()));
        return byElement.values().stream()
                .map(candidates -> new WaitingPlace(
                        name(candidates.get(0)),
                        waiters.of(names.decision(definition, candidates.get(0).element()), candidates)))
                .toList();
    }

    private static String name(WaitState task) {
        return task.name() == null ? task.element() : task.name();
    }

    /** What goes on by itself or with a message; events at the edge of a step are no place where it waits. */
    private List<WaitingPlace> others(String definitionId, List<WaitState> all) {
        return all.stream()
                .filter(state -> state.kind() == Kind.JOB || state.kind() == Kind.EVENT)
                .filter(state -> !names.isAtEdge(definitionId, state.element()))
                .map(state -> new WaitingPlace(names.of(definitionId, state.element()), Waiters.ofOther(state)))
                .toList();
    }
}
