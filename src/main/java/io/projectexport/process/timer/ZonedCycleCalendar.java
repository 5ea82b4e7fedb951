package io.projectexport.process.timer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;

/** Reads cron cycles in the installation's time zone, where the engine knows only the machine's. */
public final class ZonedCycleCalendar extends CycleBusinessCalendar {

    private final Clock clock;

    public ZonedCycleCalendar(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Date resolveDuedate(String cycle, Date start, long repeatOffset) {
        if (cycle.startsWith("R")) {
            return super.resolveDuedate(cycle, start, repeatOffset);
        }
        Instant from = start == null ? clock.instant() : start.toInstant();
        ZonedDateTime next = new ZonedCron(cycle).next(from.atZone(clock.getZone()));
        return next == null ? null : Date.from(next.toInstant());
    }
}
