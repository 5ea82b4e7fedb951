package io.projectexport.process.rule.project;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.StatusChanges;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A task is open while all of its answers are taken. */
@Component
class TaskStatuses extends ModelRule {

    private final ModelCatalogue catalogue;

    TaskStatuses(ModelCatalogue catalogue) {
        super(607, Severity.REFUSES, "A decision is open only while its answers are taken.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    /** One that is open twice is in the wrong status, too, after the first answer. */
    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.TASK_IN_WRONG_STATUS).entrySet().stream()
                .filter(entry -> !play.hasSeen(entry.getKey(), Observation.Kind.TWICE))
                .map(
                        entry -> finding(
                                play.place(entry.getKey()),
                                "would be open for a project that is %s, when the answer %s is refused"
                                        .formatted(
                                                Play.statuses(entry.getValue()),
                                                refused(entry.getKey(), entry.getValue())),
                                "Let it end when the project goes on otherwise, and let only projects come here that it is for"));
    }

    private static String refused(GraphNode task, List<Observation> observations) {
        return observations.stream()
                .flatMap(seen -> StatusChanges.refused(task.decision(), seen.status()).stream())
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
