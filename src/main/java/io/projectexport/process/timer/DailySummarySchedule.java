package io.projectexport.process.timer;

import io.projectexport.process.catalogue.ModelValue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/** When the daily summary starts, as configured and in the configured time zone; the model asks it for {@link #getCron()}. */
@Component
@ModelValue(description = "When the daily summary starts, as configured.", expression = "${dailySummarySchedule.cron}")
public class DailySummarySchedule {

    private final ZonedCron cron;
    private final Clock clock;

    DailySummarySchedule(@Value("${daily-summary.cron}") String cron, Clock clock) {
        this.cron = new ZonedCron(cron);
        this.clock = clock;
    }

    /** Six fields, as Spring's {@link CronExpression} reads them. */
    public String getCron() {
        return cron.toString();
    }

    /** The next moment at which a summary is due; null when there is none. */
    public ZonedDateTime next() {
        return cron.next(ZonedDateTime.now(clock));
    }

    /** When a start that was planned otherwise is due; the plan stays where today would be left without a summary. */
    Instant dueInsteadOf(Instant planned) {
        ZonedDateTime next = next();
        if (next == null || isToday(planned.atZone(clock.getZone())) && !isToday(next)) {
            return planned;
        }
        return next.toInstant();
    }

    private boolean isToday(ZonedDateTime time) {
        return time.toLocalDate().equals(LocalDate.now(clock));
    }
}
