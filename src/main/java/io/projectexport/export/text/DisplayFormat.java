package io.projectexport.export.text;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * How dates, moments and amounts are written for people, the same in pages, mails, tasks and messages; moments in the installation's
 * time zone. Null stays null.
 */
@Component
public class DisplayFormat {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    /** In the zone of the clock. */
    public DisplayFormat(Clock clock) {
        zone = clock.getZone();
    }

    /** For example 31 Mar 2027; a day has no zone. */
    public static String dateInWords(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    /** For example 12,500.00; where the currency is known beside it. */
    public static String amountInWords(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f", amount);
    }

    /** For example 31 Mar 2027. */
    public String date(LocalDate date) {
        return dateInWords(date);
    }

    /** The day of a moment, for example 31 Mar 2027. */
    public String date(Instant moment) {
        return write(moment, DATE);
    }

    /** The time of a moment, for example 18:05. */
    public String timeOfDay(Instant moment) {
        return write(moment, TIME_OF_DAY);
    }

    /** For example 31 Mar 2027, 18:05. */
    public String moment(Instant moment) {
        return write(moment, MOMENT);
    }

    /** For example 31 Mar 2027, 18:05:09; for what people compare with another system's log. */
    public String momentToTheSecond(Instant moment) {
        return write(moment, TO_THE_SECOND);
    }

    /** For example 2027-03-31 18:05; for columns that are sorted by their letters. */
    public String sortableMoment(Instant moment) {
        return write(moment, SORTABLE);
    }

    /** A moment as the clock on the wall shows it. */
    public OffsetDateTime at(Instant moment) {
        return moment == null ? null : moment.atZone(zone).toOffsetDateTime();
    }

    /**
     * For example NZD 12,500.00.
     *
     * @param currency null where it is not known
     */
    public String amount(BigDecimal amount, String currency) {
        if (amount == null) {
            return null;
        }
        String plain = amountInWords(amount);
        return currency == null ? plain : currency + " " + plain;
    }

    /** In which moments are written. */
    public ZoneId zone() {
        return zone;
    }

    private String write(Instant moment, DateTimeFormatter format) {
        return moment == null ? null : format.format(moment.atZone(zone));
    }
}
