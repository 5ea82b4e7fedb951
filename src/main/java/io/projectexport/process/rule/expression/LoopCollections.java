package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ModelNames;
import io.projectexport.process.variable.Nearest;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A task for several runs over a list, or so many times as a number says. */
@Component
class LoopCollections extends ExpressionRule {

    private static final Set<ValueKind> LISTS = EnumSet.of(ValueKind.LIST, ValueKind.UNKNOWN);
    private static final Set<ValueKind> NUMBERS = EnumSet.of(ValueKind.NUMBER, ValueKind.UNKNOWN);
    private static final String LIST =
            "Name a variable that holds a list, or write an expression as ${rejectionNotices.of(execution)}";
    private static final String NUMBER = "Write a whole number, or an expression that is one";

    private final ModelCatalogue catalogue;

    LoopCollections(ModelCatalogue catalogue) {
        super(312, "A multi-instance task runs over a list or a number of times.", catalogue);
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        ModelNames names = new ModelNames(model, catalogue);
        Stream<Finding> collections = model.elements()
                .filter(element -> "multiInstanceLoopCharacteristics".equals(element.getLocalName()))
                .flatMap(element -> ofVariable(element, names, model));
        Stream<Finding> counts = model.elements()
                .filter(element -> "loopCardinality".equals(element.getLocalName()))
                .filter(element -> !SentModel.text(element).contains("{")
                        && !SentModel.text(element).matches("\\d{1,6}"))
                .map(element -> finding(
                        model.place(element),
                        "is to run \"%s\" times, which is no whole number".formatted(SentModel.text(element)),
                        NUMBER));
        return Stream.of(collections, counts, super.check(model)).flatMap(found -> found);
    }

    /** Without braces it is the name of a variable. */
    private Stream<Finding> ofVariable(Element element, ModelNames names, SentModel model) {
        String name = SentModel.attribute(element, "collection");
        if (name == null || name.contains("{")) {
            return Stream.empty();
        }
        Optional<Class<?>> type = names.type(name.strip());
        if (type.isEmpty() && !model.isOurs() || names.isOpen()) {
            return Stream.empty();
        }
        return type.map(ValueKind::of).filter(LISTS::contains).isPresent()
                ? Stream.empty()
                : Stream.of(finding(
                        model.place(element),
                        "runs over %s, which is no variable that holds a list".formatted(name),
                        Nearest.question(name, names.names().filter(known -> !known.equals(name)), LIST)));
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        String name = read.expression().name();
        boolean isWrongList = name.equals("collection") && !LISTS.contains(read.kind());
        boolean isWrongNumber = name.equals("loopCardinality") && !NUMBERS.contains(read.kind());
        return isWrongList || isWrongNumber
                ? Stream.of(finding(
                        read.place(),
                        "runs over %s, which is %s".formatted(read.text(), read.kind()),
                        isWrongList ? LIST : NUMBER))
                : Stream.empty();
    }
}
