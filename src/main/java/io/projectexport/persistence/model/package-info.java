/**
 * The adapter of the port {@link io.projectexport.export.migration.ModelMoves}, in the tables {@code model_move} and {@code model_move_row}.
 *
 * <p>Rule: says what is in its columns; everything else is that of all batches.
 */
package io.projectexport.persistence.model;
