package io.projectexport.process.rule.effect;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Retries end while the process's history is there to tell of them, and leave time between them. */
@Component
class RetriesThatEnd extends ModelRule {

    private final ModelCatalogue catalogue;

    RetriesThatEnd(ModelCatalogue catalogue) {
        super(404, Severity.REFUSES, "Retries end before the history does, with pauses between them.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.steps(catalogue)
                .filter(called -> called.step().about().outside())
                .flatMap(called -> WrittenCycles.of(called.element())
                        .flatMap(text -> RetryCycle.parse(text)
                                .flatMap(cycle -> problem(cycle, timeToLive(called.element())))
                                .map(problem -> finding(
                                        model.place(called.element()),
                                        "has the retry time cycle %s, which %s".formatted(text, problem),
                                        "Give it fewer or longer intervals, such as PT30S,PT5M,PT1H")))
                        .stream());
    }

    private static Optional<String> problem(RetryCycle cycle, Optional<Duration> timeToLive) {
        if (cycle.isEndless()) {
            return Optional.of("never ends, so that nobody would hear of the failure");
        }
        if (cycle.isDense()) {
            return Optional.of("tries %d times with hardly a pause".formatted(cycle.tries()));
        }
        return timeToLive
                .filter(kept -> cycle.length().compareTo(kept) >= 0)
                .map(kept -> "goes on for %d days, although history is kept for %d days only"
                        .formatted(cycle.length().toDays(), kept.toDays()));
    }

    private static Optional<Duration> timeToLive(ModelElementInstance element) {
        for (ModelElementInstance around = element; around != null; around = around.getParentElement()) {
            if (around instanceof Process process) {
                return Optional.ofNullable(SentModel.attribute(process, "historyTimeToLive"))
                        .map(days -> days.matches("\\d+") ? "P" + days + "D" : days)
                        .flatMap(RetryCycle::parse)
                        .map(kept -> kept.pauses().get(0));
            }
        }
        return Optional.empty();
    }
}
