package io.projectexport.process.rule.effect;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.CalledStep;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** A step that has a part for each of several runs in the loop that hands the parts out; any other runs once. */
@Component
class LoopsOfSteps extends ModelRule {

    private final ModelCatalogue catalogue;

    LoopsOfSteps(ModelCatalogue catalogue) {
        super(406, Severity.REFUSES, "A step has the loop that it needs, and no other.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Stream.concat(own(model), Player.plays(model, catalogue).flatMap(this::around));
    }

    private Stream<Finding> own(SentModel model) {
        return model.steps(catalogue)
                .flatMap(called -> problem(called)
                        .map(problem -> finding(model.place(called.element()), problem, remedy(called.step())))
                        .stream());
    }

    private static Optional<String> problem(CalledStep called) {
        ModelStep step = called.step().about();
        ModelElementInstance bearer = WrittenCycles.bearer(called.element());
        if (bearer == called.element()) {
            return step.collection().isEmpty() || step.alsoOnce()
                    ? Optional.empty()
                    : Optional.of("does not run for each of several, and would not know for whom");
        }
        if (step.collection().isEmpty()) {
            return Optional.of("would run several times for one project");
        }
        boolean isLoop = step.collection().equals(stripped(bearer, "collection"))
                && step.element().equals(stripped(bearer, "elementVariable"));
        return isLoop ? Optional.empty() : Optional.of("has a loop that does not hand it what it needs");
    }

    private static String stripped(ModelElementInstance loop, String name) {
        return Optional.ofNullable(SentModel.attribute(loop, name)).orElse("").strip();
    }

    private static String remedy(Step step) {
        return step.about().collection().isEmpty()
                ? "Take off the loop"
                : "Give it a parallel loop with the collection %s and the element variable %s"
                        .formatted(step.about().collection(), step.about().element());
    }

    /** What moves the project, in the loop of a subprocess. */
    private Stream<Finding> around(Play play) {
        return play.graph().nodes().stream()
                .filter(node ->
                        node.steps().stream().anyMatch(step -> step.about().to().length > 0))
                .filter(node -> play.graph().around(node).stream().anyMatch(GraphNode::isSeveral))
                .map(node -> finding(
                        play.place(node),
                        "would run several times for one project, because a subprocess around it is a loop",
                        "Take off the loop"));
    }
}
