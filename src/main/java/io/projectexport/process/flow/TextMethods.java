package io.projectexport.process.flow;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Node;

/** Methods of texts that conditions use instead of operators; nothing else is called to check a model. */
final class TextMethods {

    private static final Map<String, BiFunction<String, String, Object>> METHODS = Map.of(
            "equals", String::equals,
            "equalsIgnoreCase", String::equalsIgnoreCase,
            "contains", String::contains,
            "startsWith", String::startsWith,
            "endsWith", String::endsWith,
            "toLowerCase", (text, none) -> text.toLowerCase(Locale.ROOT),
            "toUpperCase", (text, none) -> text.toUpperCase(Locale.ROOT),
            "trim", (text, none) -> text.strip());

    private TextMethods() {}

    static boolean isOne(Node node) {
        return node instanceof AstMethod
                && node.getChild(0) instanceof AstDot property
                && METHODS.containsKey(name(property))
                && node.getChild(1).getCardinality() < 2;
    }

    private static String name(AstDot property) {
        return property.toString().replaceFirst("^\\.\\s*", "");
    }

    /** What it is called on. */
    static Node base(Node method) {
        return method.getChild(0).getChild(0);
    }

    static Optional<Node> argument(Node method) {
        return method.getChild(1).getCardinality() == 0
                ? Optional.empty()
                : Optional.of(method.getChild(1).getChild(0));
    }

    static Object call(Node method, Object base, Object argument) {
        return METHODS.get(name((AstDot) method.getChild(0))).apply(String.valueOf(base), String.valueOf(argument));
    }
}
