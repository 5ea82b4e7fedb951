package io.projectexport.process.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;

/**
 * Samples of the values that terms can have, from the constants with which conditions compare them: each constant and what lies beside it.
 * A gap between conditions shows up in one of them.
 */
final class TermValues {

    /** Every text that no condition names. */
    private static final String OTHER = "anything else";

    private static final Set<AstBinary.Operator> CONNECTIVES = Set.of(AstBinary.AND, AstBinary.OR);

    private final Map<String, Set<Object>> samples = new HashMap<>();

    TermValues(Map<String, List<Object>> choices, List<Condition> conditions) {
        conditions.forEach(condition -> condition.nodes().forEach(this::ofTruth));
        choices.forEach((term, values) -> samples.put(term, new LinkedHashSet<>(values)));
    }

    private void ofTruth(Node node) {
        if (Condition.term(node).isPresent()) {
            add(node, true, false);
        } else if (TextMethods.isOne(node)) {
            beside(TextMethods.base(node), TextMethods.argument(node).orElse(node));
        } else if (node instanceof AstBinary binary && !CONNECTIVES.contains(binary.getOperator())) {
            compared(binary);
        } else if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.EMPTY) {
            add(unary.getChild(0), "", OTHER);
        } else {
            Condition.children(node).forEach(this::ofTruth);
        }
    }

    private void compared(AstBinary binary) {
        Node left = bare(binary.getChild(0));
        Node right = bare(binary.getChild(1));
        if (Condition.term(left).isPresent()) {
            beside(left, right);
        }
        if (Condition.term(right).isPresent()) {
            beside(right, left);
        }
        List.of(left, right).forEach(side -> {
            if (Condition.term(side).isEmpty()) {
                Condition.children(side).forEach(this::ofNumber);
            }
        });
    }

    private static Node bare(Node node) {
        return node instanceof AstEval || node instanceof AstNested ? bare(node.getChild(0)) : node;
    }

    private void ofNumber(Node node) {
        if (Condition.term(node).isPresent()) {
            add(node, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("1e9"));
        } else {
            Condition.children(node).forEach(this::ofNumber);
        }
    }

    private void beside(Node term, Node other) {
        if (other instanceof AstBoolean) {
            add(term, true, false);
        } else if (other instanceof AstNull) {
            add(term, null, OTHER);
        } else if (other instanceof AstNumber number) {
            addAround(term, new BigDecimal(number.eval(null, null).toString()));
        } else if (other instanceof AstString text) {
            add(term, text.eval(null, null), OTHER);
        } else {
            add(term, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TEN);
        }
    }

    private void addAround(Node term, BigDecimal constant) {
        if (constant.signum() > 0) {
            add(term, constant.subtract(BigDecimal.ONE));
        }
        add(term, constant, constant.add(BigDecimal.ONE));
    }

    private void add(Node term, Object... values) {
        Condition.term(term)
                .ifPresent(name ->
                        Collections.addAll(samples.computeIfAbsent(name, none -> new LinkedHashSet<>()), values));
    }

    /** Of a term about which nothing is known: both. */
    List<Object> of(String term) {
        Set<Object> found = samples.getOrDefault(term, Set.of(true, false));
        return new ArrayList<>(found);
    }
}
