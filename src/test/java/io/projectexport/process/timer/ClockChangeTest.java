package io.projectexport.process.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due on the days on which clocks are put forward and back, by the calendar that the engine asks and by the schedule. */
class ClockChangeTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-28, 0 30 2 * * *, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 2027-03-28, 0 0 2 * * *, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 2027-03-28, 0 0 3 * * *, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 2027-03-28, 0 0 7 * * *, 2027-03-28T05:00:00Z",
        "America/New_York, 2027-03-14, 0 30 2 * * *, 2027-03-14T07:00:00Z",
        "America/New_York, 2027-03-14, 59 59 2 * * SUN, 2027-03-14T07:00:00Z",
        "Pacific/Auckland, 2027-09-26, 0 15 2 * * *, 2027-09-25T14:00:00Z",
        "Australia/Lord_Howe, 2027-10-03, 0 15 2 * * *, 2027-10-02T15:30:00Z",
        "Australia/Lord_Howe, 2027-10-03, 0 45 2 * * *, 2027-10-02T15:45:00Z",
        "America/Santiago, 2027-09-05, 0 0 0 * * *, 2027-09-05T04:00:00Z",
    })
    void what_the_change_to_summer_time_skips_is_due_when_the_skipped_time_ends(
            ZoneId zone, LocalDate day, String cron, Instant due) {
        assertThat(dueOn(day, zone, cron)).containsExactly(due);
        assertThat(scheduledAfter(day.minusDays(1).atTime(12, 0).atZone(zone).toInstant(), zone, cron))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-10-31, 0 30 2 * * *, 2027-10-31T00:30:00Z",
        "Europe/Berlin, 2027-10-31, 0 0 2 * * *, 2027-10-31T00:00:00Z",
        "Europe/Berlin, 2027-10-31, 0 0 3 * * *, 2027-10-31T02:00:00Z",
        "Europe/Berlin, 2027-10-31, 0 0 7 * * *, 2027-10-31T06:00:00Z",
        "America/New_York, 2027-11-07, 0 30 1 * * *, 2027-11-07T05:30:00Z",
        "Pacific/Auckland, 2027-04-04, 0 15 2 * * SUN, 2027-04-03T13:15:00Z",
        "Australia/Lord_Howe, 2027-04-04, 0 45 1 * * *, 2027-04-03T14:45:00Z",
        "America/Santiago, 2027-04-03, 0 30 23 * * *, 2027-04-04T02:30:00Z",
    })
    void what_the_change_back_repeats_is_due_once(ZoneId zone, LocalDate day, String cron, Instant due) {
        assertThat(dueOn(day, zone, cron)).containsExactly(due);
        assertThat(scheduledAfter(due, zone, cron)).isAfter(due.plusSeconds(20 * 3600));
    }

    @Test
    void two_skipped_times_of_one_day_are_due_together_once() {
        assertThat(dueOn(LocalDate.of(2027, 3, 28), ZoneId.of("Europe/Berlin"), "0 0,30 2 * * *"))
                .containsExactly(Instant.parse("2027-03-28T01:00:00Z"));
    }

    @Test
    void a_start_in_the_second_of_the_doubled_hours_is_followed_by_the_next_day() {
        assertThat(scheduledAfter(Instant.parse("2027-10-31T01:10:00Z"), ZoneId.of("Europe/Berlin"), "0 30 2 * * *"))
                .isEqualTo("2027-11-01T01:30:00Z");
    }

    @Test
    void a_summary_of_one_day_a_year_is_sent_in_a_year_in_which_the_clock_skips_it() {
        assertThat(scheduledAfter(Instant.parse("2027-03-01T00:00:00Z"), ZoneId.of("Europe/Berlin"), "0 30 2 28 3 *"))
                .isEqualTo("2027-03-28T01:00:00Z");
    }

    @Test
    void a_date_that_never_comes_is_never_due() {
        assertThat(calendar(Instant.EPOCH, ZoneId.of("Europe/Berlin")).resolveDuedate("0 0 2 31 2 *", null, 0))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-28, 23", "Europe/Berlin, 2027-10-31, 25",
        "America/New_York, 2027-03-14, 23", "Pacific/Auckland, 2027-04-04, 25",
    })
    void what_is_due_every_hour_is_due_as_often_as_the_day_has_hours(ZoneId zone, LocalDate day, int hours) {
        assertThat(dueOn(day, zone, "0 0 * * * *")).hasSize(hours);
    }

    private static List<Instant> dueOn(LocalDate day, ZoneId zone, String cron) {
        Instant before = day.atTime(LocalTime.MIN).atZone(zone).toInstant().minusMillis(1);
        return Stream.iterate(dueAfter(before, zone, cron), due -> dueAfter(due, zone, cron))
                .takeWhile(due -> due.atZone(zone).toLocalDate().equals(day))
                .toList();
    }

    private static Instant dueAfter(Instant start, ZoneId zone, String cron) {
        return calendar(Instant.EPOCH, zone)
                .resolveDuedate(cron, Date.from(start), 0)
                .toInstant();
    }

    private static ZonedCycleCalendar calendar(Instant now, ZoneId zone) {
        return new ZonedCycleCalendar(Clock.fixed(now, zone));
    }

    private static Instant scheduledAfter(Instant now, ZoneId zone, String cron) {
        return new DailySummarySchedule(cron, Clock.fixed(now, zone)).next().toInstant();
    }
}
