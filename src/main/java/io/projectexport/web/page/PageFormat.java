package io.projectexport.web.page;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.text.DisplayFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Formatter of times, dates and amounts on pages: in the installation's zone and in its Xero organisation's currency. */
@Component
public class PageFormat {

    private final DisplayFormat format;
    private final Accounting accounting;

    PageFormat(DisplayFormat format, Accounting accounting) {
        this.format = format;
        this.accounting = accounting;
    }

    public String time(Instant instant) {
        return format.moment(instant);
    }

    public String date(LocalDate date) {
        return format.date(date);
    }

    /** With the currency of the Xero organisation, once it is known. */
    public String amount(BigDecimal amount) {
        return format.amount(amount, accounting.currency().orElse(null));
    }
}
