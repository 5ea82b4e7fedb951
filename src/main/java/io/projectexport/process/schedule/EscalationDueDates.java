package io.projectexport.process.schedule;

import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.timer.Escalation;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the timers of reviews that wait to a changed {@code ESCALATE_AFTER_DAYS}, because the engine stores when each is due. What is due
 * already stays, and so does a model with a time of its own.
 */
@Component
class EscalationDueDates {

    private static final Logger log = LoggerFactory.getLogger(EscalationDueDates.class);

    private static final String SETTING = "${escalation.after}";

    /** Property of the engine: what the waiting timers were last moved to. */
    private static final String APPLIED = "ESCALATE_AFTER_DAYS of waiting reviews";

    private final ManagementService management;
    private final EscalationTimerRows rows;
    private final EngineCommands commands;
    private final Escalation escalation;
    private final Clock clock;

    EscalationDueDates(
            ManagementService management,
            EscalationTimerRows rows,
            EngineCommands commands,
            Escalation escalation,
            Clock clock) {
        this.management = management;
        this.rows = rows;
        this.commands = commands;
        this.escalation = escalation;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void followTheSettings() {
        try {
            commands.inTransaction(() -> commands.withoutAuthorization(() -> {
                // other nodes wait, and find it done
                commands.lockForStartup();
                if (!escalation.getAfter().equals(management.getProperties().get(APPLIED))) {
                    follow();
                    management.setProperty(APPLIED, escalation.getAfter());
                }
                return null;
            }));
        } catch (RuntimeException failure) {
            log.warn(
                    "Not all waiting reviews follow ESCALATE_AFTER_DAYS, which is tried again at the next start",
                    failure);
        }
    }

    private void follow() {
        List<String> definitions =
                management.createJobDefinitionQuery().processDefinitionKey(ProjectExportProcess.KEY).list().stream()
                        .filter(definition -> definition.getJobConfiguration().contains(SETTING))
                        .map(JobDefinition::getId)
                        .toList();
        if (!definitions.isEmpty()) {
            long moved = Stream.iterate(
                            rows.after("", definitions),
                            some -> !some.isEmpty(),
                            some -> rows.after(some.get(some.size() - 1), definitions))
                    .mapToLong(this::move)
                    .sum();
            tell(moved, escalation.isOn() ? rows.reviewsWithout(definitions) : 0);
        }
    }

    private static void tell(long moved, long without) {
        if (moved > 0 || without > 0) {
            log.info(
                    "ESCALATE_AFTER_DAYS has changed: {} waiting reviews follow it; {} do not, because they began while it was not set.",
                    moved,
                    without);
        }
    }

    /** Some at a time, so that they stay moved whatever becomes of the others. */
    private long move(List<String> jobIds) {
        return commands.inNewTransaction(() ->
                commands.byOurRules(() -> management.createJobQuery().jobIds(new HashSet<>(jobIds)).list().stream()
                        .filter(this::move)
                        .count()));
    }

    private boolean move(Job timer) {
        Instant due = timer.getDuedate().toInstant();
        if (!due.isAfter(clock.instant())) {
            return false;
        }
        if (!escalation.isOn()) {
            management.deleteJob(timer.getId());
            return true;
        }
        Date wanted = Date.from(timer.getCreateTime().toInstant().plus(escalation.after()));
        boolean isOther = !wanted.equals(Date.from(due));
        if (isOther) {
            management.setJobDuedate(timer.getId(), wanted);
        }
        return isOther;
    }
}
