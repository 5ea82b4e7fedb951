package io.projectexport.export;

import java.time.Instant;

/**
 * One step of a project export, kept for good.
 *
 * @param who login of the person, or {@link #SYSTEM}
 * @param what the step in a word or two, for example "Accepted"
 * @param comment what the person wrote; null when nothing
 * @param error Xero's words; null when nothing went wrong
 * @param xeroJobId null unless the step linked a job
 */
public record HistoryEntry(
        Instant at, String who, String what, int round, String comment, String error, String xeroJobId) {

    /** Stands for the tool itself where no person acted. */
    public static final String SYSTEM = "system";

    /** What people read in its place. */
    public static final String SYSTEM_NAME = "Project Export";

    static HistoryEntry byPerson(ProjectExport export, Instant at, String userId, String what, String comment) {
        return new HistoryEntry(at, userId, what, export.submission().round(), comment, null, null);
    }

    static HistoryEntry bySystem(ProjectExport export, Instant at, String what, String error, String xeroJobId) {
        return new HistoryEntry(at, SYSTEM, what, export.submission().round(), null, error, xeroJobId);
    }
}
