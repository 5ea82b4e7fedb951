package io.projectexport.process.timer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.springframework.scheduling.support.CronExpression;

/**
 * Cron expression on the wall clock of a time zone, because Spring's own leaves out a time that a change to summer time skips, and doubles
 * one that the change back repeats. Here the first is due when the skipped time ends, the second where it comes first. What is due in
 * every hour goes by the hours that pass.
 */
final class ZonedCron {

    private static final int HOUR = 2;

    private final CronExpression expression;

    /** Six fields, as {@link CronExpression} reads them. */
    ZonedCron(String expression) {
        this.expression = CronExpression.parse(expression);
    }

    /** The first moment after this one, in its zone; null when there is none. */
    ZonedDateTime next(ZonedDateTime after) {
        if (isDueInEveryHour()) {
            return expression.next(after);
        }
        ZoneId zone = after.getZone();
        LocalDateTime shown = expression.next(after.toLocalDateTime());
        while (shown != null && !moment(shown, zone).isAfter(after.toInstant())) {
            shown = expression.next(shown);
        }
        return shown == null ? null : moment(shown, zone).atZone(zone);
    }

    private boolean isDueInEveryHour() {
        return expression.toString().strip().split("\\s+")[HOUR].startsWith("*");
    }

    private static Instant moment(LocalDateTime shown, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        ZoneOffset earlier = zone.getRules().getValidOffsets(shown).get(0);
        return shown.toInstant(earlier);
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
