package io.projectexport.web.page;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.text.DisplayFormat;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Formatter of times, dates and amounts on pages: in the installation's zone and in its Xero organisation's currency. */
@Component
public class PageFormat {

    private final DisplayFormat format;
    private final Accounting accounting;
    private final Clock clock;

    PageFormat(DisplayFormat format, Accounting accounting, Clock clock) {
        this.format = format;
        this.accounting = accounting;
        this.clock = clock;
    }

    /** How long something waits by now, in its largest unit, for example 3 days. */
    public String age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toDays() > 0) {
            return number(age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return number(age.toHours(), "hour");
        }
        return age.toMinutes() > 0 ? number(age.toMinutes(), "minute") : "just now";
    }

    private static String number(long number, String unit) {
        return "%d %s%s".formatted(number, unit, number == 1 ? "" : "s");
    }

    /** Whether the moment is longer ago than this. */
    public boolean isOlder(Instant moment, Duration age) {
        return clock.instant().isAfter(moment.plus(age));
    }

    /** Whether the day is over. */
    public boolean isOver(LocalDate day) {
        return day != null && day.isBefore(LocalDate.now(clock));
    }

    /** The day of a moment. */
    public String day(Instant moment) {
        return format.date(moment);
    }

    public String time(Instant instant) {
        return format.moment(instant);
    }

    /** The time of a moment of today, and with its day that of any other. */
    public String recent(Instant moment) {
        return day(moment).equals(day(clock.instant())) ? format.timeOfDay(moment) : time(moment);
    }

    public String date(LocalDate date) {
        return format.date(date);
    }

    /** With the currency of the Xero organisation, once it is known. */
    public String amount(BigDecimal amount) {
        return format.amount(amount, currency());
    }

    /** The currency of the Xero organisation; null until it is known. */
    public String currency() {
        return accounting.currency().orElse(null);
    }
}
