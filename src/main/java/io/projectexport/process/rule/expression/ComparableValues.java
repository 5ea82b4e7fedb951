package io.projectexport.process.rule.expression;

import static io.projectexport.process.variable.ValueKind.LIST;
import static io.projectexport.process.variable.ValueKind.MOMENT;
import static io.projectexport.process.variable.ValueKind.NUMBER;
import static io.projectexport.process.variable.ValueKind.OBJECT;
import static io.projectexport.process.variable.ValueKind.TEXT;
import static io.projectexport.process.variable.ValueKind.UNKNOWN;
import static io.projectexport.process.variable.ValueKind.YES_OR_NO;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.Calls;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.stereotype.Component;

/** What is compared is of one kind: the engine takes a text for a number where it can, and fails where it cannot. */
@Component
class ComparableValues extends ExpressionRule {

    private static final Set<Object> EQUALITY = Set.of(AstBinary.EQ, AstBinary.NE);
    private static final Set<Object> ORDER = Set.of(AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);

    ComparableValues(ModelCatalogue catalogue) {
        super(305, "An expression compares texts with texts and numbers with numbers.", catalogue);
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        return read.nodes(AstBinary.class)
                .filter(node -> EQUALITY.contains(node.getOperator()) || ORDER.contains(node.getOperator()))
                .filter(node -> !isComparable(node, read))
                .map(node -> finding(
                        read.place(),
                        "compares %s with %s in %s"
                                .formatted(words(node.getChild(0), read), words(node.getChild(1), read), read.text()),
                        remedy(node, read)));
    }

    private static boolean isComparable(AstBinary node, ReadExpression read) {
        ValueKind left = read.types().kind(node.getChild(0));
        ValueKind right = read.types().kind(node.getChild(1));
        if (left == UNKNOWN || right == UNKNOWN) {
            return true;
        }
        if (left == right) {
            return EQUALITY.contains(node.getOperator()) || left == TEXT || left == NUMBER || left == MOMENT;
        }
        return EQUALITY.contains(node.getOperator()) && (left == OBJECT || right == OBJECT)
                || reads(node.getChild(0), left, right)
                || reads(node.getChild(1), right, left);
    }

    /** Whether a text in quotes is read as the other kind. */
    private static boolean reads(Node node, ValueKind own, ValueKind other) {
        String text = own == TEXT ? Calls.text(node).orElse(null) : null;
        if (text == null) {
            return false;
        }
        return other == NUMBER ? text.matches("-?\\d+(\\.\\d+)?") : other == YES_OR_NO && text.matches("true|false");
    }

    private static String words(Node node, ReadExpression read) {
        ValueKind kind = read.types().kind(node);
        String shown = ReadExpression.variable(node)
                .or(() -> Calls.text(node).map("'%s'"::formatted))
                .or(() -> node instanceof AstNumber ? Optional.of(node.toString()) : Optional.empty())
                .map(" (%s)"::formatted)
                .orElse("");
        return kind + shown;
    }

    private static String remedy(AstBinary node, ReadExpression read) {
        Set<ValueKind> kinds =
                EnumSet.of(read.types().kind(node.getChild(0)), read.types().kind(node.getChild(1)));
        if (kinds.contains(TEXT) && kinds.contains(NUMBER)) {
            return "Compare a text with a text in quotes; for a number take a variable that holds one, such as a field of the kind Number";
        }
        if (kinds.contains(YES_OR_NO)) {
            return "Compare with true or false, without quotes";
        }
        return kinds.contains(LIST) ? "Ask the list for its size() or contains(…)" : "Compare values of one kind";
    }
}
