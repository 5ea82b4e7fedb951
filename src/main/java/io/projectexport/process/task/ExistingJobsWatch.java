package io.projectexport.process.task;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.existing.LookForExistingJobs;
import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has Xero looked through now and then for jobs of projects that wait for a review, and offers in Tasklist what was found. */
@Component
public class ExistingJobsWatch {

    private static final Logger log = LoggerFactory.getLogger(ExistingJobsWatch.class);

    private final LookForExistingJobs jobs;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineCommands commands;
    private final OutageReports outages;

    ExistingJobsWatch(
            LookForExistingJobs jobs,
            TaskService tasks,
            RuntimeService runtime,
            EngineCommands commands,
            OutageReports outages) {
        this.outages = outages;
        this.jobs = jobs;
        this.tasks = tasks;
        this.runtime = runtime;
        this.commands = commands;
    }

    /** What goes wrong is tried again by itself, and disturbs no review. */
    @Scheduled(
            initialDelayString = "${xero.look-before-review-every}",
            fixedDelayString = "${xero.look-before-review-every}")
    public void look() {
        try {
            offer(jobs.look());
        } catch (ExportFailure notNow) {
            log.debug("Xero was not looked through for projects that wait for a review: {}", notNow.getMessage());
        } catch (RuntimeException failure) {
            if (!outages.counts(failure, Work.BACKGROUND)) {
                // without its text, which names addresses
                log.warn(
                        "Xero could not be looked through for projects that wait for a review, which is tried again:"
                                + " {}",
                        failure.getClass().getSimpleName());
            }
        }
    }

    private void offer(Map<UUID, List<FoundJob>> found) {
        Set<String> offered = found.isEmpty()
                ? Set.of()
                : instances(reviews().processVariableValueEquals(ProjectExportProcess.HAS_JOB_OPTIONS.name(), true));
        Map<String, List<FoundJob>> toShow = found.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty()
                        || offered.contains(one.getKey().toString()))
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
        if (!toShow.isEmpty()) {
            instances(reviews().processInstanceIdIn(toShow.keySet().toArray(String[]::new)))
                    .forEach(instance -> show(instance, toShow.get(instance)));
        }
    }

    private TaskQuery reviews() {
        return tasks.createTaskQuery()
                .processDefinitionKey(ProjectExportProcess.KEY)
                .taskDefinitionKey(ProjectExportProcess.REVIEW_PROJECT);
    }

    private static Set<String> instances(TaskQuery query) {
        return query.list().stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    }

    private void show(String instance, List<FoundJob> jobs) {
        commands.inNewTransaction(() -> {
            runtime.setVariables(
                    instance,
                    Map.of(
                            ProjectExportProcess.JOB_OPTIONS.name(),
                            JobOptions.of(jobs),
                            ProjectExportProcess.HAS_JOB_OPTIONS.name(),
                            !jobs.isEmpty()));
            return null;
        });
    }
}
