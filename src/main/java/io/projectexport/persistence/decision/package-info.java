/**
 * The adapter of the port {@link io.projectexport.export.decision.Decisions}, in the tables {@code decision_batch} and {@code
 * decision_row}.
 *
 * <p>Rule: says what is in its columns and how far decisions are; everything else is that of all batches.
 */
package io.projectexport.persistence.decision;
