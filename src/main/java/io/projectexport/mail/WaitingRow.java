package io.projectexport.mail;

import io.projectexport.summary.Summary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * One line of the daily summary, in words for people.
 *
 * @param since date and time of the submission
 * @param days how long that is ago, counted in calendar days
 */
record WaitingRow(String number, String name, String submitter, String since, String days, String link) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    static WaitingRow of(Summary.Waiting waiting, LocalDate day, ZoneId zone, Links links) {
        ZonedDateTime since = waiting.since().atZone(zone);
        return new WaitingRow(
                waiting.number(),
                waiting.projectName(),
                waiting.submitter(),
                MOMENT.format(since),
                days(ChronoUnit.DAYS.between(since.toLocalDate(), day)),
                links.project(waiting.exportId()));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
