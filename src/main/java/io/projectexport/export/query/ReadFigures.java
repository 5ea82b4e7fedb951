package io.projectexport.export.query;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectQuery.Sort;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: those who may see every project export read how they are doing. */
@Service
public class ReadFigures {

    private static final int DAYS = 30;
    private static final int LONGEST = 5;

    private final ProjectSearch search;
    private final StepStatistics statistics;
    private final Clock clock;

    ReadFigures(ProjectSearch search, StepStatistics statistics, Clock clock) {
        this.search = search;
        this.statistics = statistics;
        this.clock = clock;
    }

    /**
     * The figures of the last 30 days, today included.
     *
     * @throws ActionRefused when the person may not see every project export
     */
    @Transactional(readOnly = true)
    public Figures run(Person person) {
        if (!person.may(Privilege.READ_ALL)) {
            throw ActionRefused.forbidden(
                    "You have no permission to see figures; ask an administrator to add you to a group.");
        }
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
}
