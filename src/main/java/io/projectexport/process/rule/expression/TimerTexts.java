package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.timer.ModelTimes;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A timer says when it is due as the engine reads it; otherwise the step before it fails. */
@Component
class TimerTexts extends ExpressionRule {

    private record Kind(String words, Predicate<String> reads, String example) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "timeDate", new Kind("date", ModelTimes::isDate, "Write it as 2027-03-31T12:00:00"),
            "timeDuration", new Kind("duration", ModelTimes::isDuration, "Write it as P7D for days or PT12H for hours"),
            "timeCycle",
                    new Kind(
                            "cycle",
                            ModelTimes::isCycle,
                            "Write it as R3/PT12H, or as cron with six fields: 0 0 7 * * MON-FRI"));

    TimerTexts(ModelCatalogue catalogue) {
        super(309, "A timer's date, duration or cycle can be read.", catalogue);
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Stream<Finding> plain = model.elements()
                .filter(element -> KINDS.containsKey(element.getLocalName()))
                .flatMap(element -> ofText(element, KINDS.get(element.getLocalName()), model));
        return Stream.concat(plain, super.check(model));
    }

    private Stream<Finding> ofText(Element element, Kind kind, SentModel model) {
        String text = SentModel.text(element);
        boolean isPlain = !text.contains("${") && !text.contains("#{");
        return isPlain && !kind.reads().test(text)
                ? Stream.of(finding(
                        model.place(element),
                        "has a timer whose %s cannot be read: %s"
                                .formatted(kind.words(), text.isEmpty() ? "it is empty" : text),
                        kind.example()))
                : Stream.empty();
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        Kind kind = KINDS.get(read.expression().name());
        return kind != null && !DateValues.fits(read)
                ? Stream.of(finding(
                        read.place(),
                        "has a timer with %s, which is %s and no %s".formatted(read.text(), read.kind(), kind.words()),
                        kind.example()))
                : Stream.empty();
    }
}
