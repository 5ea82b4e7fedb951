package io.projectexport.process.timer;

import io.projectexport.process.model.DailySummaryProcess;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the waiting timer of the daily summary to the configured time, because the engine stores the time of the moment at which the
 * model was deployed. A timer that is overdue after a downtime stays so, and fires once; a timer with a time of its own in the model is
 * left alone.
 */
@Component
class SummaryTimer {

    private static final String SETTING = "${dailySummarySchedule.cron}";

    private final ManagementService management;
    private final DailySummarySchedule schedule;
    private final Clock clock;

    SummaryTimer(ManagementService management, DailySummarySchedule schedule, Clock clock) {
        this.management = management;
        this.schedule = schedule;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void followTheSettings() {
        management.createJobDefinitionQuery().processDefinitionKey(DailySummaryProcess.KEY).list().stream()
                .filter(definition -> definition.getJobConfiguration().contains(SETTING))
                .flatMap(this::waiting)
                .forEach(this::move);
    }

    private Stream<Job> waiting(JobDefinition definition) {
        return management
                .createJobQuery()
                .jobDefinitionId(definition.getId())
                .duedateHigherThan(Date.from(clock.instant()))
                .list()
                .stream();
    }

    private void move(Job timer) {
        Date due = Date.from(schedule.dueInsteadOf(timer.getDuedate().toInstant()));
        if (!timer.getDuedate().equals(due)) {
            management.setJobDuedate(timer.getId(), due);
        }
    }
}
