package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** Tasklist offers to start what people start, and only that. */
@Component
class StartButtons extends ModelRule {

    private static final String STARTABLE = "isStartableInTasklist";

    StartButtons() {
        super(809, Severity.WARNS, "People can start a project in Tasklist, and no daily summary.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(Process.class).flatMap(process -> {
            boolean isStartable = !"false".equals(SentModel.attribute(process, STARTABLE));
            boolean isHidden = ProjectExportProcess.KEY.equals(process.getId()) && !isStartable;
            boolean isOffered = DailySummaryProcess.KEY.equals(process.getId()) && isStartable;
            if (isHidden) {
                return Stream.of(finding(
                        model.place(process), "cannot be started in Tasklist", "Tick \"Startable\" in its panel"));
            }
            return isOffered
                    ? Stream.of(finding(
                            model.place(process),
                            "is offered for starting in Tasklist, although a timer starts it",
                            "Untick \"Startable\" in its panel"))
                    : Stream.empty();
        });
    }
}
