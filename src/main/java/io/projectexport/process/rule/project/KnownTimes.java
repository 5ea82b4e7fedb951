package io.projectexport.process.rule.project;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A time is there before somebody waits for it, and counts once. */
@Component
class KnownTimes extends ModelRule {

    private final ModelCatalogue catalogue;

    KnownTimes(ModelCatalogue catalogue) {
        super(608, Severity.REFUSES, "A timer waits for a time that was set.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.TIME_NOT_SET).entrySet().stream()
                .map(
                        entry -> finding(
                                play.place(entry.getKey()),
                                "waits for ${retryAt}, which nothing has set for a project that comes here while it is %s"
                                        .formatted(Play.statuses(entry.getValue())),
                                "Let only the errors XERO_RATE_LIMITED and XERO_OUTCOME_UNKNOWN of \"Create job in Xero\" lead here, or give it a duration such as PT1H"));
    }
}
