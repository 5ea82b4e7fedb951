package io.projectexport.export.monitoring;

/** Port to the backlog of the installation. */
public interface Backlogs {

    /** As of this moment, by one question to the database. */
    Backlog read();
}
