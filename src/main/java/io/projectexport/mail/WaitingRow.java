package io.projectexport.mail;

import io.projectexport.export.summary.Summary;
import io.projectexport.export.text.DisplayFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a mail about projects that wait, in words for people.
 *
 * @param about client and estimate, as far as they were given
 * @param date of the submission, as is {@code time}
 * @param days how long that is ago, counted in calendar days
 */
record WaitingRow(
        String number,
        String name,
        String about,
        String submitter,
        String date,
        String time,
        String days,
        String link) {

    static WaitingRow of(
            Summary.Waiting waiting, String currency, LocalDate day, DisplayFormat format, MailLinks links) {
        Instant since = waiting.since();
        return new WaitingRow(
                waiting.number(),
                waiting.projectName(),
                about(waiting.client(), format.amount(waiting.estimate(), currency)),
                waiting.submitter(),
                format.date(since),
                format.timeOfDay(since),
                days(ChronoUnit.DAYS.between(format.at(since).toLocalDate(), day)),
                links.project(waiting.exportId()));
    }

    /** As far as they were given, for example Harbour Council · NZD 12,500.00. */
    static String about(String client, String amount) {
        return Stream.of(client, amount).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** For the inbox, beside a subject that names the project. */
    String aboutAndSubmitter() {
        return (about.isEmpty() ? "Submitted by " : about + ", submitted by ") + submitter;
    }

    /** For the inbox, with what it is about. */
    String inOneLine() {
        return number + " " + name + (about.isEmpty() ? "" : " · " + about);
    }

    private static String days(long days) {
        if (days < 1) {
            return "today";
        }
        return days == 1 ? "1 day" : days + " days";
    }
}
