package io.projectexport.process.rule.project;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A step is reached in a status in which it works. The export has rules of its own. */
@Component
class StepStatuses extends ModelRule {

    private final ModelCatalogue catalogue;

    StepStatuses(ModelCatalogue catalogue) {
        super(606, Severity.REFUSES, "A step is reached only by projects in a status in which it works.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.STEP_IN_WRONG_STATUS).entrySet().stream()
                .filter(entry -> !isExport(entry.getKey()))
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "is reached by a project that is %s, for which it does not work: the project would stop here"
                                .formatted(Play.statuses(entry.getValue())),
                        remedy(entry.getKey())));
    }

    private static boolean isExport(GraphNode node) {
        return node.steps().stream().anyMatch(step -> step.about().errors().length > 0);
    }

    private String remedy(GraphNode node) {
        String statuses = node.steps().stream()
                .map(step -> step.about())
                .flatMap(StepStatuses::works)
                .map(ExportStatus::label)
                .distinct()
                .collect(Collectors.joining(" or "));
        return statuses.isEmpty()
                ? "Let \"Register submission\" come before it"
                : "Let only projects that are %s come here".formatted(statuses);
    }

    private static Stream<ExportStatus> works(ModelStep step) {
        return Arrays.stream(step.from());
    }
}
