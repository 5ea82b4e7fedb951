package io.projectexport.process;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the waiting timer of the daily summary to the configured time, because the engine stores the time of the moment at which the
 * model was deployed. A timer that is overdue after a downtime stays so, and fires once.
 */
@Component
class SummaryTimer {

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
        ZonedDateTime next = schedule.next();
        if (next != null) {
            management
                    .createJobQuery()
                    .processDefinitionKey(DailySummaryProcess.KEY)
                    .timers()
                    .duedateHigherThan(Date.from(clock.instant()))
                    .list()
                    .stream()
                    .filter(timer -> timer.getProcessInstanceId() == null)
                    .forEach(timer -> move(timer, Date.from(next.toInstant())));
        }
    }

    private void move(Job timer, Date due) {
        if (!timer.getDuedate().equals(due)) {
            management.setJobDuedate(timer.getId(), due);
        }
    }
}
