package io.projectexport.process.play;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.play.PlayState.OpenScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The normal form of a state: sorted, scopes numbered by what is in them, and of what waits in the same place only two, since more of them
 * lead nowhere else.
 */
final class Canonical {

    private static final int MANY = 2;

    private final PlayState state;
    private final FlowGraph graph;
    private final List<Token> tokens = new ArrayList<>();
    private final List<OpenScope> scopes = new ArrayList<>();

    Canonical(PlayState state, FlowGraph graph) {
        this.state = state;
        this.graph = graph;
    }

    PlayState state() {
        add(0, 0);
        tokens.sort(PlayState.ORDER);
        return state.with(tokens, scopes);
    }

    private void add(int scope, int number) {
        Map<Token, Integer> counts = new HashMap<>();
        state.tokens().stream()
                .filter(token -> token.scope() == scope)
                .filter(token ->
                        token.phase() == Token.Phase.JOIN || counts.merge(token, 1, Integer::sum) <= most(token))
                .map(token -> token.in(number))
                .forEach(tokens::add);
        Map<String, Integer> same = new HashMap<>();
        state.within(scope)
                .sorted(Comparator.comparing(this::text))
                .filter(inner -> same.merge(text(inner), 1, Integer::sum) <= MANY)
                .forEach(inner -> {
                    int next = scopes.size() + 1;
                    scopes.add(new OpenScope(next, inner.node(), number));
                    add(inner.number(), next);
                });
    }

    private int most(Token token) {
        return graph.isAside(token.node()) ? 1 : MANY;
    }

    private String text(OpenScope scope) {
        StringBuilder text = new StringBuilder().append(scope.node().index()).append('[');
        state.tokens().stream()
                .filter(token -> token.scope() == scope.number())
                .map(token -> token.node().index() + token.phase().name())
                .sorted()
                .forEach(text::append);
        state.within(scope.number()).map(this::text).sorted().forEach(text::append);
        return text.append(']').toString();
    }
}
