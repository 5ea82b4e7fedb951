/**
 * The adapter of the port {@link io.projectexport.export.version.ModelVersions}.
 *
 * <p>Rule: reads the engine's tables, because the engine's own queries would take one for the versions, one for the time of each
 * deployment and one for the count; writes to none.
 */
package io.projectexport.process.version;
