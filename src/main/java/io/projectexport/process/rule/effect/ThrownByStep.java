package io.projectexport.process.rule.effect;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An event that catches an error is for one that is thrown: a typing error in its code catches nothing. */
@Component
class ThrownByStep extends ModelRule {

    private final ModelCatalogue catalogue;

    ThrownByStep(ModelCatalogue catalogue) {
        super(408, Severity.WARNS, "An error event on a step has the code of an error that the step throws.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.graph().nodes().stream()
                .filter(node -> !node.steps().isEmpty())
                .flatMap(node -> node.boundaries().stream()
                        .filter(event -> event.trigger().is(Trigger.Kind.ERROR))
                        .filter(event -> !isThrown(node, event.trigger()))
                        .map(event -> finding(
                                play.place(event),
                                "catches the error %s, which %s never throws"
                                        .formatted(event.trigger().text(), play.place(node)),
                                remedy(node))));
    }

    private static String remedy(GraphNode node) {
        String codes = errors(node).map(ExportFailure.Reason::code).collect(Collectors.joining(", "));
        return codes.isEmpty() ? "Delete it: this step throws no errors" : "Mend its code, which is one of " + codes;
    }

    private static Stream<ExportFailure.Reason> errors(GraphNode node) {
        return node.steps().stream().flatMap(step -> Arrays.stream(step.about().errors()));
    }

    private static boolean isThrown(GraphNode node, Trigger trigger) {
        return errors(node).anyMatch(reason -> trigger.catches(Trigger.Kind.ERROR, reason.code()));
    }
}
