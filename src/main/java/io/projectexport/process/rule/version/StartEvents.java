package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** A project begins with a person's submission, the daily summary with a timer. */
@Component
class StartEvents extends ModelRule {

    StartEvents() {
        super(808, Severity.REFUSES, "A project starts with a submission, the daily summary with a timer.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(Process.class).flatMap(process -> {
            List<StartEvent> starts =
                    process.getChildElementsByType(StartEvent.class).stream().toList();
            return switch (String.valueOf(process.getId())) {
                case ProjectExportProcess.KEY -> ofProjects(process, starts, model);
                case DailySummaryProcess.KEY -> ofSummary(process, starts, model);
                default -> Stream.empty();
            };
        });
    }

    private Stream<Finding> ofProjects(Process process, List<StartEvent> starts, SentModel model) {
        Stream<Finding> others = starts.stream()
                .filter(start -> !isPlain(start))
                .map(start -> finding(
                        model.place(start),
                        "starts a project without a submission",
                        "Use a plain start event; for what happens while a project runs, draw an event subprocess"));
        return Stream.concat(
                others, missing(starts.stream().anyMatch(StartEvents::isPlain), process, model, "a plain start event"));
    }

    private Stream<Finding> ofSummary(Process process, List<StartEvent> starts, SentModel model) {
        boolean hasTimer = starts.stream()
                .flatMap(start -> start.getEventDefinitions().stream())
                .anyMatch(TimerEventDefinition.class::isInstance);
        return missing(hasTimer, process, model, "a start event with a timer");
    }

    private Stream<Finding> missing(boolean isThere, Process process, SentModel model, String what) {
        return isThere
                ? Stream.empty()
                : Stream.of(finding(model.place(process), "does not begin with %s".formatted(what), "Draw one"));
    }

    private static boolean isPlain(StartEvent start) {
        return start.getEventDefinitions().isEmpty();
    }
}
