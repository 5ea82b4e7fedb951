package io.projectexport.export.query;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectQuery.Sort;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: those who may see every project export read how they are doing. */
@Service
public class ReadFigures {

    private static final int DAYS = 30;
    private static final int LONGEST = 5;
    private static final int WEEKS = 13;
    private static final int REASONS = 10;

    private final ProjectSearch search;
    private final StepStatistics statistics;
    private final ReviewStatistics reviews;
    private final Clock clock;

    ReadFigures(ProjectSearch search, StepStatistics statistics, ReviewStatistics reviews, Clock clock) {
        this.search = search;
        this.statistics = statistics;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * The figures of the last 30 days, today included.
     *
     * @throws ActionRefused when the person may not see every project export
     */
    @Transactional(readOnly = true)
    public Figures run(Person person) {
        mustReadAll(person);
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> days =
                today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1)).toList();
        ProjectResultPage ready = search.search(
                new ProjectQuery(ExportStatus.READY_TO_EXPORT, null, null, Sort.SUBMITTED_AT, false, 0, LONGEST));
        return new Figures(
                ready.counts(),
                statistics.on(days, clock.getZone()),
                statistics.timeToSynced(
                        days.get(0).atStartOfDay(clock.getZone()).toInstant()),
                ready.items());
    }

    /**
     * How approvers decided in the last 13 weeks, the current one included.
     *
     * @throws ActionRefused when the person may not see every project export
     */
    @Transactional(readOnly = true)
    public ReviewFigures reviews(Person person) {
        mustReadAll(person);
        LocalDate monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> mondays = monday.minusWeeks(WEEKS - 1L)
                .datesUntil(monday.plusDays(1), Period.ofWeeks(1))
                .toList();
        Instant since = mondays.get(0).atStartOfDay(clock.getZone()).toInstant();
        return new ReviewFigures(
                reviews.inWeeks(mondays, clock.getZone()), reviews.byApprover(since), reviews.reasons(since, REASONS));
    }

    private static void mustReadAll(Person person) {
        if (!person.may(Privilege.READ_ALL)) {
            throw ActionRefused.forbidden(
                    "You have no permission to see figures; ask an administrator to add you to a group.");
        }
    }
}
