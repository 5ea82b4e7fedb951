package io.projectexport.process.rule.expression;

import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.variable.ProductVariables;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import java.util.EnumSet;
import java.util.Set;

/** Whether the engine can take the value of an expression for a moment: as a date, or as a text that says one. */
final class DateValues {

    private static final Set<ValueKind> FITTING = EnumSet.of(ValueKind.MOMENT, ValueKind.TEXT, ValueKind.UNKNOWN);
    private static final String DEADLINE = "deadline";

    private DateValues() {}

    static boolean fits(ReadExpression read) {
        return FITTING.contains(read.kind()) && !isOtherText(read);
    }

    /** A variable of the application that holds a text, and never a date. */
    private static boolean isOtherText(ReadExpression read) {
        return read.expression().tree().stream()
                .flatMap(
                        tree -> ReadExpression.variable(
                                tree.getRoot().getCardinality() == 1
                                        ? tree.getRoot().getChild(0)
                                        : tree.getRoot())
                                .stream())
                .filter(name -> !name.equals(DEADLINE) && !name.equals(ProjectExportProcess.RETRY_AT.name()))
                .anyMatch(name -> ProductVariables.types().get(name) == String.class);
    }
}
