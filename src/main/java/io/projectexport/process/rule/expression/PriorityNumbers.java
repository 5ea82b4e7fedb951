package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A priority is a whole number; at anything else the task or the job cannot be created. */
@Component
class PriorityNumbers extends ExpressionRule {

    private static final Set<String> PRIORITIES = Set.of("priority", "jobPriority", "taskPriority");
    private static final Set<ValueKind> FITTING = EnumSet.of(ValueKind.NUMBER, ValueKind.UNKNOWN);
    private static final String REMEDY = "Write a whole number, such as 50";

    PriorityNumbers(ModelCatalogue catalogue) {
        super(311, "A priority is a whole number.", catalogue);
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Stream<Finding> plain =
                model.elements().flatMap(element -> PRIORITIES.stream().flatMap(name -> ofText(element, name, model)));
        return Stream.concat(plain, super.check(model));
    }

    private Stream<Finding> ofText(Element element, String name, SentModel model) {
        String text = SentModel.attribute(element, name);
        boolean isPlain = text != null && !text.contains("${") && !text.contains("#{");
        return isPlain && !text.matches("[+-]?\\d{1,9}")
                ? Stream.of(finding(
                        model.place(element), "has the priority %s, which is no whole number".formatted(text), REMEDY))
                : Stream.empty();
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        boolean isText = read.kind() == ValueKind.TEXT
                && read.expression().tree().orElseThrow().getRoot().getCardinality() > 1;
        return PRIORITIES.contains(read.expression().name()) && !FITTING.contains(read.kind()) && !isText
                ? Stream.of(finding(
                        read.place(), "has the priority %s, which is %s".formatted(read.text(), read.kind()), REMEDY))
                : Stream.empty();
    }
}
