package io.projectexport.process.flow;

import io.projectexport.process.guard.ModelExpression;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Bindings;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * A condition over terms: variables, and whatever else it asks for a value, each by its text. As soon as the terms on which it depends have
 * values, it has an outcome.
 */
public final class Condition {

    private static final Bindings NO_BINDINGS = new Bindings(null, null);
    private static final Pattern READ =
            Pattern.compile("execution\\s*\\.\\s*getVariable\\s*\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");

    private final String text;
    private final Optional<Node> root;

    public Condition(String text) {
        this.text = text.strip();
        this.root = new ModelExpression(null, null, this.text).tree().map(tree -> tree.getRoot());
    }

    public String text() {
        return text;
    }

    /** What it asks for a value; the text itself where that cannot be read. */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        root.ifPresentOrElse(node -> collect(node, terms), () -> terms.add(text));
        return terms;
    }

    /** Whether the engine can read it as one condition. */
    public boolean isReadable() {
        return root.isPresent() && !(root.get() instanceof AstComposite);
    }

    private static void collect(Node node, Set<String> terms) {
        term(node).ifPresentOrElse(terms::add, () -> children(node).forEach(child -> collect(child, terms)));
    }

    Stream<Node> nodes() {
        return root.stream();
    }

    /**
     * Whether it holds; empty as long as that depends on a term without a value.
     *
     * @param values by their terms; null is a value
     */
    public Optional<Boolean> holds(Map<String, Object> values) {
        return root.map(node -> holds(node, values)).orElseGet(() -> truth(values, text));
    }

    private static Optional<Boolean> truth(Map<String, Object> values, String term) {
        return Optional.ofNullable(values.get(term)).map(Boolean.TRUE::equals);
    }

    private static Optional<Boolean> holds(Node node, Map<String, Object> values) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return holds(node.getChild(0), values);
        }
        if (node instanceof AstUnary not && not.getOperator() == AstUnary.NOT) {
            return holds(not.getChild(0), values).map(holds -> !holds);
        }
        if (node instanceof AstBinary both && (isAnd(both) || both.getOperator() == AstBinary.OR)) {
            return connected(both, values);
        }
        return atom(node, values);
    }

    private static boolean isAnd(AstBinary binary) {
        return binary.getOperator() == AstBinary.AND;
    }

    /** One side alone can settle it. */
    private static Optional<Boolean> connected(AstBinary both, Map<String, Object> values) {
        Optional<Boolean> left = holds(both.getChild(0), values);
        Optional<Boolean> settling = Optional.of(!isAnd(both));
        if (left.equals(settling)) {
            return settling;
        }
        Optional<Boolean> right = holds(both.getChild(1), values);
        return right.equals(settling) || left.isPresent() ? right : Optional.empty();
    }

    private static Optional<Boolean> atom(Node node, Map<String, Object> values) {
        Set<String> terms = new LinkedHashSet<>();
        collect(node, terms);
        if (!values.keySet().containsAll(terms)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Boolean.TRUE.equals(filled(node, values).getValue(NO_BINDINGS, null, Boolean.class)));
        } catch (ELException | ArithmeticException notOfThatType) {
            return Optional.of(false);
        }
    }

    /** The same with values instead of terms. */
    private static AstNode filled(Node node, Map<String, Object> values) {
        Optional<String> term = term(node);
        if (term.isPresent()) {
            return literal(values.get(term.get()));
        }
        if (TextMethods.isOne(node)) {
            return literal(TextMethods.call(
                    node,
                    value(TextMethods.base(node), values),
                    TextMethods.argument(node)
                            .map(argument -> value(argument, values))
                            .orElse("")));
        }
        if (node instanceof AstBinary binary) {
            return new AstBinary(
                    filled(binary.getChild(0), values), filled(binary.getChild(1), values), binary.getOperator());
        }
        if (node instanceof AstUnary unary) {
            return new AstUnary(filled(unary.getChild(0), values), unary.getOperator());
        }
        if (node instanceof AstChoice choice) {
            return new AstChoice(
                    filled(choice.getChild(0), values),
                    filled(choice.getChild(1), values),
                    filled(choice.getChild(2), values));
        }
        return node instanceof AstEval || node instanceof AstNested ? filled(node.getChild(0), values) : (AstNode) node;
    }

    private static Object value(Node node, Map<String, Object> values) {
        return filled(node, values).eval(NO_BINDINGS, null);
    }

    private static AstNode literal(Object value) {
        if (value instanceof Boolean truth) {
            return new AstBoolean(truth);
        }
        if (value instanceof Number number) {
            return new AstNumber(number);
        }
        return value == null ? new AstNull() : new AstString(value.toString());
    }

    /** The term that a node is; empty for operators, brackets and constants. */
    static Optional<String> term(Node node) {
        if (node instanceof IdentifierNode identifier) {
            return Optional.of(identifier.getName());
        }
        boolean isTerm = !TextMethods.isOne(node) && isAsked(node);
        return isTerm ? Optional.of(named(((AstNode) node).getStructuralId(null))) : Optional.empty();
    }

    private static boolean isAsked(Node node) {
        return node instanceof AstProperty
                || node instanceof AstMethod
                || node instanceof AstFunction
                || node instanceof AstComposite;
    }

    /** A variable is the same, however it is read. */
    private static String named(String text) {
        Matcher read = READ.matcher(text);
        return read.matches() ? read.group(1) : text;
    }

    static Stream<Node> children(Node node) {
        if (TextMethods.isOne(node)) {
            return Stream.concat(Stream.of(TextMethods.base(node)), TextMethods.argument(node).stream());
        }
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
    }

    @Override
    public String toString() {
        return text;
    }
}
