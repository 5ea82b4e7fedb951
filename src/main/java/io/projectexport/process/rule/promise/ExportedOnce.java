package io.projectexport.process.rule.promise;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nothing goes to Xero twice. */
@Component
class ExportedOnce extends ModelRule {

    private final ModelCatalogue catalogue;

    ExportedOnce(ModelCatalogue catalogue) {
        super(506, Severity.REFUSES, "A project goes to Xero once.");
        this.catalogue = catalogue;
    }

    static boolean isExport(GraphNode node) {
        return node.steps().stream().anyMatch(step -> step.about().errors().length > 0);
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .flatMap(
                        play -> play.seen(Observation.Kind.STEP_IN_WRONG_STATUS)
                                .filter(seen -> isExport(seen.node()) && seen.status() == ExportStatus.SYNCED)
                                .map(
                                        seen -> finding(
                                                play.place(seen.node()),
                                                "is reached by a project that is Synced, which has its job in Xero already: it would stop here",
                                                "Let nothing lead to it once a project is Synced, and no second way at the same time")));
    }
}
