package io.projectexport.process.play;

import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can happen: each answer, each outcome of Xero, each event; conditions about other things go each way. */
final class AllChoices implements Choices {

    private final FlowGraph graph;

    AllChoices(FlowGraph graph) {
        this.graph = graph;
    }

    @Override
    public List<String> answers(GraphNode task, PlayState state) {
        return task.decision().words();
    }

    @Override
    public List<StepOutcome> outcomes(GraphNode node, Step step, PlayState state) {
        Stream<StepOutcome> errors = Arrays.stream(step.about().errors()).map(StepOutcome::new);
        return Stream.concat(Stream.of(StepOutcome.DONE), errors).toList();
    }

    @Override
    public List<Object> values(String term, PlayState state) {
        return graph.samples(term);
    }

    @Override
    public boolean happens(GraphNode event, PlayState state) {
        return true;
    }
}
