package io.projectexport.process.variable;

import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.Node;
import org.w3c.dom.Element;

/** An expression that can be read, with the model in which it stands. */
public record ReadExpression(SentModel model, ModelExpression expression, ModelNames names, ValueTypes types) {

    public String text() {
        return expression.text();
    }

    public Place place() {
        return model.place(expression.element());
    }

    public <N extends Node> Stream<N> nodes(Class<N> type) {
        return expression.nodes().filter(type::isInstance).map(type::cast);
    }

    /** Of all of it. */
    public Class<?> type() {
        return expression.tree().<Class<?>>map(tree -> types.of(tree.getRoot())).orElse(Object.class);
    }

    public ValueKind kind() {
        return ValueKind.of(type());
    }

    /** Whether it stands in an element of this name, such as a listener. */
    public boolean isWithin(String elementName) {
        for (var node = (org.w3c.dom.Node) expression.element(); node instanceof Element; node = node.getParentNode()) {
            if (elementName.equals(node.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    /** The variable that a part names, brackets or not; empty for anything else. */
    public static Optional<String> variable(Node node) {
        if (node instanceof AstNested) {
            return variable(node.getChild(0));
        }
        return node instanceof AstIdentifier identifier ? Optional.of(identifier.getName()) : Optional.empty();
    }
}
