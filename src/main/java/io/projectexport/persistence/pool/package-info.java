/**
 * Connections to the database: how they are made, how long anybody waits for them, and what an outage looks like in the log.
 *
 * <p>Rule: all time-outs towards the database are chosen here and in {@code application.yaml}; knows no table.
 */
package io.projectexport.persistence.pool;
