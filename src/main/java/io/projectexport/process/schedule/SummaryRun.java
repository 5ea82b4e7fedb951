package io.projectexport.process.schedule;

import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.timer.DailySummarySchedule;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Why the daily summary will not run again by itself, if it will not. */
@Component
class SummaryRun {

    private final RepositoryService repository;
    private final ManagementService management;
    private final EngineCommands commands;
    private final DailySummarySchedule schedule;

    SummaryRun(
            RepositoryService repository,
            ManagementService management,
            EngineCommands commands,
            DailySummarySchedule schedule) {
        this.repository = repository;
        this.management = management;
        this.commands = commands;
        this.schedule = schedule;
    }

    /** A sentence with what to do about it; empty where it runs as planned, or is planned for no day at all. */
    Optional<String> problem() {
        return commands.inTransaction(() -> commands.withoutAuthorization(() -> {
            ProcessDefinition latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(DailySummaryProcess.KEY)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult();
            return latest == null
                    ? Optional.of(
                            "The model of the daily summary is not deployed: deploy it, or restart the application.")
                    : problem(latest);
        }));
    }

    private Optional<String> problem(ProcessDefinition latest) {
        if (latest.isSuspended()) {
            return Optional.of("The daily summary is suspended: activate its process in Cockpit.");
        }
        List<Job> starts = management.createJobQuery().processDefinitionId(latest.getId()).timers().list().stream()
                .filter(timer -> timer.getProcessInstanceId() == null)
                .toList();
        if (starts.isEmpty()) {
            return schedule.next() == null
                    ? Optional.empty()
                    : Optional.of(
                            "The daily summary has no timer that starts it: restart the application, or deploy a model that has one.");
        }
        return starts.stream().allMatch(Job::isSuspended)
                ? Optional.of("The timer of the daily summary is suspended: activate it in Cockpit.")
                : starts.stream().allMatch(timer -> timer.getRetries() == 0)
                        ? Optional.of(
                                "The daily summary failed and is not tried again: raise the retries of its timer in Cockpit.")
                        : Optional.empty();
    }
}
