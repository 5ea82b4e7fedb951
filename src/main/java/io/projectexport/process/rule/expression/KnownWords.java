package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.Calls;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.stereotype.Component;

/** An answer is compared with words that it can be; any other word leads every project elsewhere. */
@Component
class KnownWords extends ExpressionRule {

    private static final Set<Object> EQUALITY = Set.of(AstBinary.EQ, AstBinary.NE);
    private static final Set<String> METHODS = Set.of("equals", "compareTo", "contentEquals");

    private record Comparison(String variable, String word) {}

    KnownWords(ModelCatalogue catalogue) {
        super(306, "An answer is compared with words that it can be.", catalogue);
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        Stream<Comparison> signs = read.nodes(AstBinary.class)
                .filter(node -> EQUALITY.contains(node.getOperator()))
                .flatMap(node -> comparison(node.getChild(0), node.getChild(1)).stream());
        Stream<Comparison> methods = read.nodes(AstMethod.class)
                .filter(call -> Calls.property(call.getChild(0))
                        .filter(METHODS::contains)
                        .isPresent())
                .filter(call -> call.getChild(1).getCardinality() == 1)
                .flatMap(call -> comparison(
                        call.getChild(0).getChild(0), call.getChild(1).getChild(0))
                        .stream());
        return Stream.concat(signs, methods).flatMap(comparison -> check(comparison, read));
    }

    private static Optional<Comparison> comparison(Node one, Node other) {
        return half(one, other).or(() -> half(other, one));
    }

    private static Optional<Comparison> half(Node variable, Node word) {
        return ReadExpression.variable(variable)
                .flatMap(name -> Calls.text(word).map(text -> new Comparison(name, text)));
    }

    private Stream<Finding> check(Comparison comparison, ReadExpression read) {
        List<String> words = read.names().words(comparison.variable());
        return words.isEmpty()
                        || words.contains(comparison.word())
                        || comparison.word().isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        read.place(),
                        "compares %s with '%s' in %s, which it never is"
                                .formatted(comparison.variable(), comparison.word(), read.text()),
                        "Write %s"
                                .formatted(words.stream().map("'%s'"::formatted).collect(Collectors.joining(" or ")))));
    }
}
