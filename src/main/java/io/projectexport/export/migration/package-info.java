/**
 * Moves of running projects to another version of their model.
 *
 * <p>Rule: each project moves in a transaction of its own or stays where it was; holds the ports {@link
 * io.projectexport.export.migration.ProjectMigration} and {@link io.projectexport.export.migration.ModelMoves}.
 */
package io.projectexport.export.migration;
