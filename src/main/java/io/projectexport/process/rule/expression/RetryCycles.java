package io.projectexport.process.rule.expression;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.timer.ModelTimes;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a failed job waits for can be read; the engine leaves out what it cannot read, and says so in a log only. */
@Component
class RetryCycles extends ModelRule {

    RetryCycles() {
        super(310, Severity.REFUSES, "A retry time cycle can be read.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .filter(element -> "failedJobRetryTimeCycle".equals(element.getLocalName()))
                .filter(element -> !SentModel.text(element).contains("{"))
                .filter(element -> !ModelTimes.isRetryCycle(SentModel.text(element)))
                .map(
                        element -> finding(
                                model.place(element),
                                "has the retry time cycle \"%s\", which cannot be read"
                                        .formatted(SentModel.text(element)),
                                "Write R5/PT10M for five tries with ten minutes between, or the pauses one by one: PT1M,PT5M,PT1H"));
    }
}
