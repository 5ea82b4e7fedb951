package io.projectexport.process.rule.project;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tasklist, pages and API start the process without a message or time. */
@Component
class SubmittedByPerson extends ModelRule {

    private final ModelCatalogue catalogue;

    SubmittedByPerson(ModelCatalogue catalogue) {
        super(623, Severity.REFUSES, "A project is submitted at a start event without a trigger.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .map(Play::graph)
                .filter(FlowGraph::isOfProject)
                .filter(graph -> graph.starts(graph.process()).stream()
                        .noneMatch(start -> start.trigger().is(Trigger.Kind.NONE)))
                .map(graph -> finding(
                        graph.nodes().stream()
                                .findFirst()
                                .map(node -> model.place(node.element()))
                                .orElse(Place.ofFile(model.resource())),
                        "has no start event that pages, Tasklist and API can start: nobody could submit a project",
                        "Add a start event without a message or time, with the form submit-project"));
    }
}
