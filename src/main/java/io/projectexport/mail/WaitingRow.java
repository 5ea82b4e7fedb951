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
 * @param date of the submission, as is {@code time}
 * @param days how long that is ago, counted in calendar days
 */
record WaitingRow(String number, String name, String submitter, String date, String time, String days, String link) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static WaitingRow of(Summary.Waiting waiting, LocalDate day, ZoneId zone, MailLinks links) {
        ZonedDateTime since = waiting.since().atZone(zone);
        return new WaitingRow(
                waiting.number(),
                waiting.projectName(),
                waiting.submitter(),
                DATE.format(since),
                TIME.format(since),
                days(ChronoUnit.DAYS.between(since.toLocalDate(), day)),
                links.project(waiting.exportId()));
    }

    private static String days(long days) {
        if (days < 1) {
            return "today";
        }
        return days == 1 ? "1 day" : days + " days";
    }
}
