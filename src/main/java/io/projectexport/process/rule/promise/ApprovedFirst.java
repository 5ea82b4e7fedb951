package io.projectexport.process.rule.promise;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nothing goes to Xero that no accounting approver has accepted. */
@Component
class ApprovedFirst extends ModelRule {

    private final ModelCatalogue catalogue;

    ApprovedFirst(ModelCatalogue catalogue) {
        super(507, Severity.REFUSES, "Only projects that an accounting approver accepted go to Xero.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.STEP_IN_WRONG_STATUS).entrySet().stream()
                .filter(entry -> ExportedOnce.isExport(entry.getKey()))
                .flatMap(entry -> {
                    List<Observation> unapproved = entry.getValue().stream()
                            .filter(seen -> seen.status() != ExportStatus.SYNCED)
                            .toList();
                    return unapproved.isEmpty() ? Stream.empty() : Stream.of(finding(play, entry.getKey(), unapproved));
                });
    }

    private Finding finding(Play play, GraphNode node, List<Observation> unapproved) {
        return finding(
                play.place(node),
                "is reached by a project that is %s, which nobody has accepted or retried: it would stop here"
                        .formatted(Play.statuses(unapproved)),
                "Let every way to it come from the answer accept of a task with the form review-project, or retry of one with"
                        + " resolve-failed-export");
    }
}
