/**
 * The aggregate: a project export with its submission, decision, outcome and history, and the transitions from one status to the next.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.project.ProjectExports}; a transition says what changes, not who may. Names
 * of statuses and words of the history are stored, so they are frozen.
 */
package io.projectexport.export.project;
