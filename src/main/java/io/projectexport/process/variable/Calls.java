package io.projectexport.process.variable;

import java.util.Optional;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Node;

/** Reading of an expression's tree: which property or method of what is asked. */
public final class Calls {

    private static final String SET = "setVariable";

    private Calls() {}

    /** The name after a dot, or the text in brackets; empty where it is computed. */
    public static Optional<String> property(Node node) {
        if (node instanceof AstDot) {
            return Optional.of(node.toString().substring(1).strip());
        }
        return node instanceof AstBracket ? text(node.getChild(1)) : Optional.empty();
    }

    /** What a text in quotes says; empty for anything else. */
    public static Optional<String> text(Node node) {
        return node instanceof AstString literal
                ? Optional.of(String.valueOf(literal.eval(null, null)))
                : Optional.empty();
    }

    /** How many values a method is called with. */
    static int parameters(AstMethod call) {
        return call.getChild(1).getCardinality();
    }

    /** The name of the variable that a listener sets with {@code execution.setVariable('name', …)}. */
    static Optional<String> setVariable(Node node) {
        if (!(node instanceof AstMethod call) || parameters(call) == 0) {
            return Optional.empty();
        }
        boolean isSetting =
                property(call.getChild(0)).filter(name -> name.startsWith(SET)).isPresent();
        return isSetting ? text(call.getChild(1).getChild(0)) : Optional.empty();
    }
}
