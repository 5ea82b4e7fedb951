package io.projectexport.process.play;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a project stands.
 *
 * @param status null before it is registered
 * @param values of the terms that conditions ask, as far as they are known; null is a value
 * @param stale names of answers from an earlier round
 * @param isAccepted whether the round was accepted, though it may wait for a further approval
 * @param past how much of what once happened is over; 0 where nothing is replayed
 */
public record PlayState(
        List<Token> tokens,
        List<OpenScope> scopes,
        ExportStatus status,
        Map<String, Object> values,
        Set<String> stale,
        boolean isAccepted,
        int past) {

    /**
     * A subprocess that runs.
     *
     * @param number its own; the process itself has 0
     * @param parent number of the scope around it
     */
    public record OpenScope(int number, GraphNode node, int parent) {}

    static final PlayState NEW = new PlayState(List.of(), List.of(), null, Map.of(), Set.of(), false, 0);

    PlayState with(Token token) {
        List<Token> more = new ArrayList<>(tokens);
        more.add(token);
        return with(more, scopes);
    }

    PlayState without(Token token) {
        List<Token> fewer = new ArrayList<>(tokens);
        fewer.remove(token);
        return with(fewer, scopes);
    }

    PlayState without(Predicate<Token> gone) {
        return with(tokens.stream().filter(gone.negate()).toList(), scopes);
    }

    PlayState with(List<Token> others, List<OpenScope> open) {
        return new PlayState(List.copyOf(others), List.copyOf(open), status, values, stale, isAccepted, past);
    }

    PlayState in(ExportStatus next) {
        return new PlayState(tokens, scopes, next, values, stale, isAccepted, past);
    }

    PlayState accepted(boolean next) {
        return new PlayState(tokens, scopes, status, values, stale, next, past);
    }

    /** Later in what once happened. */
    public PlayState at(int later) {
        return new PlayState(tokens, scopes, status, values, stale, isAccepted, later);
    }

    PlayState with(Map<String, Object> known, Set<String> old) {
        return new PlayState(
                tokens,
                scopes,
                status,
                Collections.unmodifiableMap(new TreeMap<>(known)),
                Set.copyOf(old),
                isAccepted,
                past);
    }

    PlayState with(String term, Object value) {
        Map<String, Object> known = new TreeMap<>(values);
        known.put(term, value);
        Set<String> old = new HashSet<>(stale);
        old.remove(term);
        return with(known, old);
    }

    PlayState without(Set<String> terms) {
        if (Collections.disjoint(values.keySet(), terms)) {
            return this;
        }
        Map<String, Object> known = new TreeMap<>(values);
        known.keySet().removeAll(terms);
        return with(known, stale);
    }

    Stream<OpenScope> within(int scope) {
        return scopes.stream().filter(inner -> inner.parent() == scope);
    }

    OpenScope scope(int number) {
        return scopes.stream()
                .filter(scope -> scope.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The scope itself and all within. */
    Set<Integer> family(int scope) {
        Set<Integer> family = new HashSet<>(Set.of(scope));
        within(scope).forEach(inner -> family.addAll(family(inner.number())));
        return family;
    }

    PlayState opened(GraphNode node, int parent) {
        int number = scopes.stream().mapToInt(OpenScope::number).max().orElse(0) + 1;
        List<OpenScope> more = new ArrayList<>(scopes);
        more.add(new OpenScope(number, node, parent));
        return with(tokens, more);
    }

    int lastOpened() {
        return scopes.get(scopes.size() - 1).number();
    }

    PlayState closed(Set<Integer> numbers) {
        return with(
                tokens,
                scopes.stream()
                        .filter(scope -> !numbers.contains(scope.number()))
                        .toList());
    }

    /** The same for all that differ in the order of things alone, and for all that have many of one kind. */
    PlayState canonical(FlowGraph graph) {
        return new Canonical(this, graph).state();
    }

    static final Comparator<Token> ORDER = Comparator.<Token>comparingInt(
                    token -> token.node().index())
            .thenComparing(Token::phase)
            .thenComparingInt(Token::scope);
}
