package io.projectexport.web;

import io.projectexport.export.Accounting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes times, dates and amounts the way people read them; null stays null. */
@Component
class Shown {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Clock clock;
    private final Accounting accounting;

    Shown(Clock clock, Accounting accounting) {
        this.clock = clock;
        this.accounting = accounting;
    }

    String time(Instant instant) {
        return instant == null ? null : TIME.format(instant.atZone(clock.getZone()));
    }

    String date(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    /** With the currency of the Xero organisation, once it is known. */
    String amount(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        String plain = String.format(Locale.ENGLISH, "%,.2f", amount);
        return accounting.currency().map(currency -> currency + " " + plain).orElse(plain);
    }
}
