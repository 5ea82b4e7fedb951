package io.projectexport.process.rule.expression;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.stereotype.Component;

/** Whatever is evaluated can be read; the engine would say it when a project comes by, or with a fault of its own. */
@Component
class ReadableExpressions extends ModelRule {

    private static final String CURLY_QUOTES = "“”‘’„‚´`";

    ReadableExpressions() {
        super(301, Severity.REFUSES, "Every expression can be read.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.expressions().stream()
                .flatMap(expression -> expression.defect().stream()
                        .map(defect -> finding(
                                model.place(expression.element()),
                                "has an expression that cannot be read, %s: %s"
                                        .formatted(expression.text(), problem(expression, defect)),
                                remedy(expression, defect))));
    }

    private static String problem(ModelExpression expression, TreeBuilderException defect) {
        String found = defect.getEncountered();
        if (isAtEnd(defect)) {
            return "it is not closed";
        }
        if (found.equals("unterminated string")) {
            return "a text in it has no closing quote";
        }
        return isEmpty(expression)
                ? "it is empty"
                : "%s does not fit there".formatted(found.replace("invalid character ", ""));
    }

    private static String remedy(ModelExpression expression, TreeBuilderException defect) {
        String found = defect.getEncountered();
        if (isAtEnd(defect)) {
            return "Close it with }";
        }
        if (found.equals("unterminated string")) {
            return "Put the text between two straight quotes, as 'text'";
        }
        if (isEmpty(expression)) {
            return "Write between the braces what is meant, or take it out";
        }
        return character(found);
    }

    private static String character(String found) {
        if (found.contains("'='")) {
            return "Compare with two signs, as ${decision == 'accept'}; nothing can be set here";
        }
        if (found.contains("'&'") || found.contains("'|'")) {
            return "Write && or ||, or and or or";
        }
        if (found.contains("#{") || found.contains("${")) {
            return "Begin each part with ${";
        }
        boolean isCurly = found.chars().anyMatch(letter -> CURLY_QUOTES.indexOf(letter) >= 0);
        return isCurly
                ? "Put texts between straight quotes, as 'text'"
                : "Check what stands before it: a sign such as == or a bracket is missing";
    }

    private static boolean isAtEnd(TreeBuilderException defect) {
        return defect.getEncountered().equals("'null'");
    }

    private static boolean isEmpty(ModelExpression expression) {
        return expression.text().matches("(?s).*[$#]\\{\\s*}.*");
    }
}
