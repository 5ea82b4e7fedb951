package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.timer.ModelTimes;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A due or follow-up date is a date; at anything else the task cannot be created, and whoever submits is told of a fault. */
@Component
class DueDates extends ExpressionRule {

    private static final Map<String, String> DATES = Map.of("dueDate", "due date", "followUpDate", "follow-up date");
    private static final String EXAMPLE =
            "Write P7D for seven days from then, a date as 2027-03-31T12:00:00, or ${dateTime().plusDays(7).toDate()}";

    DueDates(ModelCatalogue catalogue) {
        super(308, "A due date or follow-up date is a date or a duration in ISO 8601.", catalogue);
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Stream<Finding> plain = model.elements()
                .flatMap(element -> DATES.keySet().stream().flatMap(name -> ofText(element, name, model)));
        return Stream.concat(plain, super.check(model));
    }

    private Stream<Finding> ofText(Element element, String name, SentModel model) {
        String text = SentModel.attribute(element, name);
        boolean isPlain = text != null && !text.contains("${") && !text.contains("#{");
        return isPlain && !ModelTimes.isDate(text)
                ? Stream.of(finding(
                        model.place(element),
                        "has the %s %s, which is no date".formatted(DATES.get(name), text),
                        EXAMPLE))
                : Stream.empty();
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        String what = DATES.get(read.expression().name());
        return what != null && !DateValues.fits(read)
                ? Stream.of(finding(
                        read.place(),
                        "has the %s %s, which is %s and no date".formatted(what, read.text(), read.kind()),
                        EXAMPLE))
                : Stream.empty();
    }
}
