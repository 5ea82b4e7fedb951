package io.projectexport.process.rule.project;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** The daily summary begins by itself, again and again, and sends something. */
@Component
class SummaryOnceADay extends ModelRule {

    private static final String SENDER = "sendSummaryDelegate";

    private final ModelCatalogue catalogue;

    SummaryOnceADay(ModelCatalogue catalogue) {
        super(624, Severity.REFUSES, "The daily summary starts by a timer with a cycle, and sends mails.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .filter(play -> DailySummaryProcess.KEY.equals(play.graph().process()))
                .flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        FlowGraph graph = play.graph();
        List<GraphNode> starts = graph.starts(graph.process());
        Place place = starts.isEmpty() ? Place.ofFile(graph.model().resource()) : play.place(starts.get(0));
        Stream<Finding> unstarted = starts.stream().anyMatch(SummaryOnceADay::isRepeated)
                ? Stream.empty()
                : Stream.of(finding(
                        place,
                        "does not start the summary again and again: nobody would get one tomorrow",
                        "Give the start event a timer with the cycle ${dailySummarySchedule.cron}"));
        boolean isSent = play.reached().stream().anyMatch(node -> node.calls(SENDER));
        Stream<Finding> unsent = isSent || !play.observations().isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        place,
                        "begins a process that sends no summary",
                        "Let it call ${sendSummaryDelegate} for each of ${summaryRecipients.of(execution)}"));
        return Stream.concat(unstarted, unsent);
    }

    private static boolean isRepeated(GraphNode start) {
        return start.element().getChildElementsByType(TimerEventDefinition.class).stream()
                .anyMatch(timer -> timer.getTimeCycle() != null);
    }
}
