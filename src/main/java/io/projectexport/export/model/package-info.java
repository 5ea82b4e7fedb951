/**
 * Models of processes as files: what an application finds wrong with them before they are deployed, and with those that run.
 *
 * <p>Rule: asks and tells; what a model must be is known to who runs it, behind the ports {@link
 * io.projectexport.export.model.ModelCheck} and {@link io.projectexport.export.model.BrokenVersions}.
 */
package io.projectexport.export.model;
