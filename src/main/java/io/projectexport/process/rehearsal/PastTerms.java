package io.projectexport.process.rehearsal;

import io.projectexport.process.expression.ComputedValues.OfInstance;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What conditions and decision tables ask of a past project: its fields, answers of tables, and guesses at what nobody knows any more. */
final class PastTerms {

    /** Read from the history for every project, and asked by no condition that anybody would write. */
    private static final Set<String> NOT_PLAYED =
            Set.of(ProjectExportProcess.EARLIER_STEPS.name(), ProjectExportProcess.CHANGES.name());

    private final FlowGraph graph;
    private final AskedTables decisions;
    private final Set<String> names;
    private final OfInstance fields;
    private final Map<String, Object> guesses;
    private final Map<String, List<?>> open = new LinkedHashMap<>();
    private AskedTables.Failed failed;

    /**
     * @param names of the fields
     * @param guesses at what is not known, by their names
     */
    PastTerms(
            FlowGraph graph, AskedTables decisions, Set<String> names, OfInstance fields, Map<String, Object> guesses) {
        this.graph = graph;
        this.decisions = decisions;
        this.names = names;
        this.fields = fields;
        this.guesses = guesses;
    }

    /** What was asked and neither known nor guessed, with all that it can be. */
    Map<String, List<?>> open() {
        return open;
    }

    /** What was guessed at. */
    Set<String> guesses() {
        return guesses.keySet();
    }

    /** The decision that could not be evaluated; empty where all could. */
    Optional<AskedTables.Failed> failed() {
        return Optional.ofNullable(failed);
    }

    List<Object> values(String term, int round) {
        Optional<Known> known = known(term, round);
        if (known.isPresent()) {
            return Collections.singletonList(known.get().value());
        }
        try {
            return decisions
                    .answer(term, input -> known(input, round))
                    .map(answer -> Collections.singletonList(answer.value()))
                    .orElseGet(() -> Collections.singletonList(
                            guess("what “%s” was".formatted(term), graph.samples(term), Object.class)));
        } catch (AskedTables.Failed failure) {
            failed = failure;
            return List.of();
        }
    }

    private Optional<Known> known(String term, int round) {
        if (ProjectExportProcess.ROUND.name().equals(term)) {
            return Optional.of(new Known(round));
        }
        return names.contains(term) && !NOT_PLAYED.contains(term)
                ? Optional.of(new Known(fields.get(term)))
                : Optional.empty();
    }

    <T> T guess(String what, List<? extends T> all, Class<T> type) {
        Object guess = guesses.get(what);
        if (guess == null && !guesses.containsKey(what)) {
            open.putIfAbsent(what, all);
            guess = all.get(0);
        }
        return type.cast(guess);
    }

    /** A value that is known; null is one. */
    record Known(Object value) {}
}
