package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.Calls;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.stereotype.Component;

/** What is added is a number, and what is asked by <i>and</i>, <i>or</i>, <i>not</i> and <i>?</i> is true or false. */
@Component
class ComputableValues extends ExpressionRule {

    private static final Set<Object> LOGIC = Set.of(AstBinary.AND, AstBinary.OR);
    private static final Set<Object> ARITHMETIC =
            Set.of(AstBinary.ADD, AstBinary.SUB, AstBinary.MUL, AstBinary.DIV, AstBinary.MOD);
    private static final Set<ValueKind> NUMBERS = EnumSet.of(ValueKind.NUMBER, ValueKind.UNKNOWN);
    private static final Set<ValueKind> CONDITIONS = EnumSet.of(ValueKind.YES_OR_NO, ValueKind.UNKNOWN);

    ComputableValues(ModelCatalogue catalogue) {
        super(313, "An expression computes with numbers, and decides by what is true or false.", catalogue);
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        Stream<Node> operands = read.nodes(AstBinary.class)
                .filter(node -> ARITHMETIC.contains(node.getOperator()))
                .flatMap(node -> Stream.of(node.getChild(0), node.getChild(1)));
        Stream<Finding> numbers = operands.filter(
                        node -> !NUMBERS.contains(read.types().kind(node)))
                .filter(node -> Calls.text(node)
                        .filter(text -> text.matches("-?\\d+(\\.\\d+)?"))
                        .isEmpty())
                .limit(1)
                .map(
                        node -> finding(
                                read.place(),
                                "computes with %s in %s".formatted(read.types().kind(node), read.text()),
                                "Compute with numbers only; to join texts write them side by side, as ${projectNumber} ${projectName}"));
        return Stream.concat(numbers, conditions(read));
    }

    private Stream<Finding> conditions(ReadExpression read) {
        return Stream.of(logic(read), read.nodes(AstChoice.class).map(node -> (Node) node.getChild(0)))
                .flatMap(asked -> asked)
                .filter(node -> !CONDITIONS.contains(read.types().kind(node)))
                .limit(1)
                .map(node -> finding(
                        read.place(),
                        "takes %s for true or false in %s"
                                .formatted(read.types().kind(node), read.text()),
                        "Compare it with something, as ${decision == 'accept'}"));
    }

    private static Stream<Node> logic(ReadExpression read) {
        Stream<Node> joined = read.nodes(AstBinary.class)
                .filter(node -> LOGIC.contains(node.getOperator()))
                .flatMap(node -> Stream.of(node.getChild(0), node.getChild(1)));
        Stream<Node> negated = read.nodes(AstUnary.class)
                .filter(node -> node.getOperator() == AstUnary.NOT)
                .map(node -> node.getChild(0));
        return Stream.concat(joined, negated);
    }
}
