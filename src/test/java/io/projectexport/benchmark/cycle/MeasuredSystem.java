package io.projectexport.benchmark.cycle;

import java.time.Duration;
import java.util.List;

/** Gets projects from their submission to Xero, with nodes that can be started anew on the same database. */
interface MeasuredSystem extends AutoCloseable {

    String name();

    /** The name of its database. */
    String database();

    /** Starts all nodes at the same moment; how long until the last of them takes requests. */
    Duration start(int nodes);

    /** Submits projects, with one call. */
    void submit(List<CycleProject> projects);

    /** Finds what is to be approved of each, as somebody who did not submit it. */
    List<String> find(List<CycleProject> projects);

    /** Approves what was found, with one call. */
    void accept(List<String> found);

    /** Ends the nodes at once. */
    @Override
    void close();
}
