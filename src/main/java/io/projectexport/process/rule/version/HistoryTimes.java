package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** How long finished instances are kept is said, as the engine reads it: days, and nothing else. */
@Component
class HistoryTimes extends ModelRule {

    private static final String REMEDY = "Fill in \"History time to live\", as P180D for 180 days";

    HistoryTimes() {
        super(801, Severity.REFUSES, "A process says for how many days its history is kept.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(Process.class).filter(Process::isExecutable).flatMap(process -> check(process, model));
    }

    private Stream<Finding> check(Process process, SentModel model) {
        String days = SentModel.attribute(process, "historyTimeToLive");
        if (days == null || days.isBlank()) {
            return Stream.of(finding(model.place(process), "does not say how long its history is kept", REMEDY));
        }
        return days.matches("P\\d{1,6}D|\\d{1,6}")
                ? Stream.empty()
                : Stream.of(finding(
                        model.place(process),
                        "keeps its history for %s, which is no number of days".formatted(days),
                        REMEDY));
    }
}
