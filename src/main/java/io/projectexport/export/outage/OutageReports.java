package io.projectexport.export.outage;

import java.util.Optional;

/** Port to the report of outages: one line when one begins, one when it is over, however many fail meanwhile. */
public interface OutageReports {

    /** What can fail by an outage, as it is counted. */
    enum Work {
        REQUEST("requests"),
        JOB("runs of jobs"),
        BACKGROUND("looks for work");

        private final String plural;

        Work(String plural) {
            this.plural = plural;
        }

        public String plural() {
            return plural;
        }
    }

    /** Reports the outage unless it is known, and counts what has failed by it. */
    void count(DatabaseOutage outage, Work work);

    /** Whether the failure comes from an outage; then it is counted, and nobody else need log it. */
    default boolean counts(Throwable failure, Work work) {
        Optional<DatabaseOutage> outage = DatabaseOutage.of(failure);
        outage.ifPresent(met -> count(met, work));
        return outage.isPresent();
    }
}
