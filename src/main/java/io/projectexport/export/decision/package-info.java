/**
 * Decisions about everything in a list, confirmed at once: a batch that is worked off row by row.
 *
 * <p>Rule: what is decided about was fixed when the approver saw it, by id and round; each row is decided like one alone. Words of
 * actions and states are stored, so they are frozen.
 */
package io.projectexport.export.decision;
