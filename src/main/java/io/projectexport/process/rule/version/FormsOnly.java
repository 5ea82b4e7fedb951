package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form comes with its model: those bound to a deployment show the form of that deployment, whatever is sent later. */
@Component
class FormsOnly extends ModelRule {

    FormsOnly() {
        super(811, Severity.WARNS, "A form is deployed together with its model.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.files().keySet().stream().noneMatch(SentModels::isModel)
                ? sent.forms().keySet().stream()
                        .map(name -> finding(
                                Place.ofFile(name),
                                "is sent without a model, so that tasks go on to show the form they have",
                                "Deploy it together with its model"))
                : Stream.empty();
    }
}
