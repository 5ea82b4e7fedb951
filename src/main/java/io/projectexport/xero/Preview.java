package io.projectexport.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** Lines "label: value"; what is null is left out. */
class Preview {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final StringJoiner lines = new StringJoiner("\n");

    Preview line(String label, String value) {
        if (value != null) {
            lines.add(label + ": " + value);
        }
        return this;
    }

    Preview amount(String label, String currency, BigDecimal amount) {
        if (amount == null) {
            return this;
        }
        String plain = String.format(Locale.ENGLISH, "%,.2f", amount);
        return line(label, currency == null ? plain : currency + " " + plain);
    }

    Preview date(String label, LocalDate date) {
        return line(label, date == null ? null : DATE.format(date));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
