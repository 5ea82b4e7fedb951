package io.projectexport.export.query;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How project exports are doing, for process owners.
 *
 * @param counts how many there are in each status now
 * @param days one for each calendar day, the oldest first
 * @param toSynced how long those that were synced on these days took
 * @param waitingLongest those that are Ready to Export, the longest waiting first; a few
 */
public record Figures(
        Map<ExportStatus, Long> counts, List<Day> days, TimeToSynced toSynced, List<ProjectExport> waitingLongest) {

    /** How many decisions and failures there were on one day; a project that fails twice counts twice. */
    public record Day(LocalDate date, long accepted, long rejected, long failed) {}

    /**
     * From the submission of the round that was accepted to the job in Xero.
     *
     * @param median null when nothing was synced, like {@code percentile95}
     */
    public record TimeToSynced(Duration median, Duration percentile95) {}
}
