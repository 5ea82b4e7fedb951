package io.projectexport.process.timer;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;

/** Dates, durations and cycles as they stand in a model, read as the engine reads them when they are due. */
public final class ModelTimes {

    private ModelTimes() {}

    /** Of a due date, a follow-up date or a timer at a date: ISO 8601, a moment or how long from now. */
    public static boolean isDate(String text) {
        try {
            return new DueDateBusinessCalendar().resolveDuedate(text) != null;
        } catch (ProcessEngineException unreadable) {
            return false;
        }
    }

    /** Of a timer that waits: ISO 8601. */
    public static boolean isDuration(String text) {
        try {
            return new DurationHelper(text).getDateAfter() != null;
        } catch (Exception unreadable) {
            return false;
        }
    }

    /** Of a timer that comes again: ISO 8601 that begins with R, or cron with six fields. */
    public static boolean isCycle(String text) {
        if (text.startsWith("R")) {
            return isDuration(text);
        }
        try {
            new ZonedCron(text);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Of a job that failed: one repeated pause, or each pause. */
    public static boolean isRetryCycle(String text) {
        String[] pauses = text.split(",", -1);
        return pauses.length == 1 && text.startsWith("R")
                ? isDuration(text)
                : Stream.of(pauses).map(String::strip).allMatch(pause -> pause.startsWith("P") && isDuration(pause));
    }
}
