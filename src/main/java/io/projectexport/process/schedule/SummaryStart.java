package io.projectexport.process.schedule;

import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.timer.DailySummarySchedule;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the daily summary its timer again where the last one was its last, as under settings that named no day any more. */
@Component
class SummaryStart {

    private final ManagementService management;
    private final EngineCommands commands;
    private final DailySummarySchedule schedule;

    SummaryStart(ManagementService management, EngineCommands commands, DailySummarySchedule schedule) {
        this.management = management;
        this.commands = commands;
        this.schedule = schedule;
    }

    @EventListener(ApplicationReadyEvent.class)
    void followTheSettings() {
        if (schedule.next() != null) {
            commands.inTransaction(() -> commands.withoutAuthorization(() -> {
                // one node at a time, or two that start together would each give it one
                commands.lockForStartup();
                if (hasNoTimer()) {
                    commands.startTimers(DailySummaryProcess.KEY);
                }
                return null;
            }));
        }
    }

    private boolean hasNoTimer() {
        return management.createJobQuery().processDefinitionKey(DailySummaryProcess.KEY).timers().list().stream()
                .allMatch(timer -> timer.getProcessInstanceId() != null);
    }
}
