package io.projectexport.process.rule.promise;

import io.projectexport.process.guard.ModelExpression;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Node;

/**
 * A method that an expression calls.
 *
 * @param name empty where it is computed
 * @param argument the first one, where it is a text that stands there; empty otherwise
 */
record MethodCall(Optional<String> name, Optional<String> argument) {

    static Stream<MethodCall> in(ModelExpression expression) {
        return expression.tree().stream().flatMap(tree -> in(tree.getRoot()));
    }

    private static Stream<MethodCall> in(Node node) {
        Stream<MethodCall> own = node instanceof AstMethod method ? Stream.of(of(method)) : Stream.empty();
        return Stream.concat(
                own,
                IntStream.range(0, node.getCardinality())
                        .mapToObj(node::getChild)
                        .flatMap(MethodCall::in));
    }

    private static MethodCall of(AstMethod method) {
        Node property = method.getChild(0);
        Optional<String> name = property instanceof AstBracket bracket
                ? text(bracket.getChild(1))
                : Optional.of(property.toString().replaceFirst("^\\.\\s*", ""));
        Node parameters = method.getChild(1);
        return new MethodCall(name, parameters.getCardinality() == 0 ? Optional.empty() : text(parameters.getChild(0)));
    }

    private static Optional<String> text(Node node) {
        return node instanceof AstString text
                ? Optional.of(text.eval(null, null).toString())
                : Optional.empty();
    }

    boolean isOneOf(Set<String> names) {
        return name.filter(names::contains).isPresent();
    }
}
