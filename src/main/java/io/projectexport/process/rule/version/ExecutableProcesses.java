package io.projectexport.process.rule.version;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** What is deployed can be run; the engine leaves out a process that is not executable, and says nothing. */
@Component
class ExecutableProcesses extends ModelRule {

    private static final Set<String> OURS = Set.of(ProjectExportProcess.KEY, DailySummaryProcess.KEY);
    private static final String REMEDY = "Tick \"Executable\" in its panel";

    ExecutableProcesses() {
        super(805, Severity.REFUSES, "A process is executable.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        List<Process> processes = model.all(Process.class).toList();
        if (processes.isEmpty()) {
            return Stream.of(
                    finding(Place.ofFile(model.resource()), "holds no process", "Draw one, or leave this file out"));
        }
        boolean isAnyExecutable = processes.stream().anyMatch(Process::isExecutable);
        // of several pools some are only there to be looked at
        return processes.stream()
                .filter(process -> !process.isExecutable() && (!isAnyExecutable || OURS.contains(process.getId())))
                .map(process ->
                        finding(model.place(process), "is not executable, so that nothing of it would run", REMEDY));
    }
}
