package io.projectexport.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.projectexport.export.project.ExportStatus;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * What a fault run led to.
 *
 * @param settled how long everything took to come to its end once nothing failed any more
 * @param troubles what people got to see
 * @param database what befell the database, and how many lines the nodes wrote about it
 * @param faults how often each kind of fault happened
 * @param habits how often Xero had each of its habits for a while
 * @param violations a sentence for each invariant that was broken
 */
record FaultReport(
        FaultPlan plan,
        Duration took,
        Duration settled,
        List<ExportState> exports,
        int jobs,
        int calls,
        int retries,
        String troubles,
        String database,
        String faults,
        String habits,
        List<String> violations) {

    @Override
    public String toString() {
        return """

            Fault run with -Dseed=%d -Dexports=%d -Dkills=%d -DdatabaseFaults=%d
              took           %d s, %d of them until everything was settled once Xero was well again
              accepted       %s
              jobs in Xero   %d, %d of them of exports that are not Synced
              calls to Xero  %d
              answers        %s
              database       %s (lines in the logs of all nodes)
              faults         %s
              habits         %s
              retried by approvers %d times
              violations     %d
            %s
            """.formatted(
                        plan.seed(),
                        plan.exports(),
                        plan.kills(),
                        plan.databaseFaults(),
                        took.toSeconds(),
                        settled.toSeconds(),
                        statuses(),
                        jobs,
                        jobs - count(ExportStatus.SYNCED),
                        calls,
                        troubles,
                        database,
                        faults,
                        habits,
                        retries,
                        violations.size(),
                        String.join("\n", violations));
    }

    private String statuses() {
        return exports.size() + " "
                + exports.stream().collect(groupingBy(ExportState::status, TreeMap::new, counting()));
    }

    private long count(ExportStatus status) {
        return exports.stream().filter(export -> export.status() == status).count();
    }
}
