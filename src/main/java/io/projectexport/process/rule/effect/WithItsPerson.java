package io.projectexport.process.rule.effect;

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

/** A step for a person runs in the transaction of what the person did, so that it knows who that was, and a refusal undoes both. */
@Component
class WithItsPerson extends ModelRule {

    private static final String BY_JOB = "JOB";

    private final ModelCatalogue catalogue;

    WithItsPerson(ModelCatalogue catalogue) {
        super(409, Severity.REFUSES, "A step for a person follows what that person did without a job between them.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.WITHOUT_ITS_PERSON).entrySet().stream()
                .map(entry -> entry.getValue().stream().anyMatch(seen -> BY_JOB.equals(seen.detail()))
                        ? finding(
                                play.place(entry.getKey()),
                                "would run as a job, without the person for whom it acts, and fail",
                                "Take off \"Asynchronous\" between what the person does and this step, and let no timer lead to it")
                        : finding(
                                play.place(entry.getKey()),
                                "would act for whoever completed the task or sent the message before it, who may not do this",
                                "Let it directly follow the start, the task \"Correct project\" or the message \"Project"
                                        + " retrieved\""));
    }
}
