/**
 * An outage of the database, as every adapter meets it: how it is told from a mistake, what people are told of it, and that it is
 * reported once.
 *
 * <p>Rule: knows SQL's states and no table; whoever catches a failure asks {@link io.projectexport.export.outage.DatabaseOutage} before
 * he takes it for an error of the application.
 */
package io.projectexport.export.outage;
