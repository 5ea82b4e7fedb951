package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.springframework.stereotype.Component;

/** The process that a model calls is there, and is no export of its own. */
@Component
class CalledProcesses extends ModelRule {

    private static final Set<String> OURS = Set.of(ProjectExportProcess.KEY, DailySummaryProcess.KEY);

    CalledProcesses() {
        super(208, Severity.REFUSES, "A process that a model calls is sent along or deployed.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(CallActivity.class).flatMap(call -> check(call, model));
    }

    private Stream<Finding> check(CallActivity call, SentModel model) {
        Place place = model.place(call);
        if (SentModel.attribute(call, "caseRef") != null) {
            return Stream.of(finding(place, "calls a case, which this application does not run", "Call a process"));
        }
        String key = call.getCalledElement();
        if (key == null || key.isBlank()) {
            return Stream.of(finding(place, "does not say which process it calls", "Fill in \"Called element\""));
        }
        if (key.contains("{")) {
            return Stream.of(warning(
                    place,
                    "calls the process that %s names".formatted(key),
                    "Make sure that each it can be is deployed"));
        }
        return OURS.contains(key) ? Stream.of(another(key, place)) : check(key, call, model);
    }

    private Finding another(String key, Place place) {
        return finding(
                place,
                "calls %s, which starts without a submission then".formatted(key),
                "Lead an arrow to the step that is meant, or draw it again");
    }

    private Stream<Finding> check(String key, CallActivity call, SentModel model) {
        boolean isSent = model.sent().models().stream().anyMatch(other -> other.has(key));
        Optional<Set<String>> deployed = model.sent().surroundings().processKeys();
        boolean isOfDeployment = "deployment".equals(SentModel.attribute(call, "calledElementBinding"));
        if (isSent
                || !isOfDeployment
                        && deployed.filter(keys -> keys.contains(key)).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(
                isOfDeployment || deployed.isPresent()
                        ? finding(
                                model.place(call),
                                "calls the process %s, which is not there".formatted(key),
                                "Send its file along")
                        : warning(
                                model.place(call),
                                "calls the process %s, which was not sent along".formatted(key),
                                "Make sure that it is deployed"));
    }
}
