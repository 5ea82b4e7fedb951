/**
 * The models that this release comes with, and which of them are deployed at the start: the adapter of the port {@link
 * io.projectexport.export.version.ShippedModels}.
 *
 * <p>Rule: what an administrator deployed is never replaced by itself, and nothing by something older.
 */
package io.projectexport.process.shipped;
