package io.projectexport.process.play;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.flow.GraphNode;
import java.util.List;

/** Port to what is possible at a point of a play: all there is, or what once was. */
public interface Choices {

    /**
     * How a step ends.
     *
     * @param error that it throws to the model; null where it does its work
     */
    record StepOutcome(ExportFailure.Reason error) {

        public static final StepOutcome DONE = new StepOutcome(null);
    }

    /** The answers, as their variable has them, that people give here. */
    List<String> answers(GraphNode task, PlayState state);

    /** How the step ends here. */
    List<StepOutcome> outcomes(GraphNode node, Step step, PlayState state);

    /** The values that a term of a condition has here, of which nothing is known yet. */
    List<Object> values(String term, PlayState state);

    /** Whether this event happens here: a timer, a message, a condition that comes true, an error of somebody else's work. */
    boolean happens(GraphNode event, PlayState state);

    /** The state once this node has changed it: where something is replayed, as much of that is over now. */
    default PlayState after(GraphNode node, PlayState state) {
        return state;
    }
}
