package io.projectexport.export.project;

import java.time.Instant;

/**
 * One step of a project export, kept for good.
 *
 * @param who login of the person, or {@link #SYSTEM}
 * @param what the step's {@link HistoryStep#label()}; an older version may have stored other words
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

    public static HistoryEntry byPerson(
            ProjectExport export, Instant at, String userId, HistoryStep what, String comment) {
        return new HistoryEntry(at, userId, what.label(), export.submission().round(), comment, null, null);
    }

    public static HistoryEntry bySystem(
            ProjectExport export, Instant at, HistoryStep what, String error, String xeroJobId) {
        return new HistoryEntry(at, SYSTEM, what.label(), export.submission().round(), null, error, xeroJobId);
    }

    /** What the tool did by itself, and why, in words for people. */
    public static HistoryEntry byItself(ProjectExport export, Instant at, HistoryStep what, String why) {
        return new HistoryEntry(at, SYSTEM, what.label(), export.submission().round(), why, null, null);
    }

    public boolean isBySystem() {
        return SYSTEM.equals(who);
    }

    public boolean is(HistoryStep step) {
        return step.label().equals(what);
    }
}
