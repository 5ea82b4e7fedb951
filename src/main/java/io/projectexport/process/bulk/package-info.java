/**
 * The worker that goes on with batches in the background.
 *
 * <p>Rule: holds its thread for a few seconds at a time and never sleeps; what it does, and that no row is done twice, is a matter of
 * {@link io.projectexport.export.bulk.WorkOff}.
 */
package io.projectexport.process.bulk;
