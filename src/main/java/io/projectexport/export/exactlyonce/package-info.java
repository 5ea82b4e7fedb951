/**
 * Idempotent creation: one accepted project becomes exactly one job, whatever becomes of calls and processes.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.exactlyonce.ExportAttempts}, whose record commits before the call that
 * depends on it; nothing here creates a job without that record. States of an attempt are stored, so their names are frozen.
 */
package io.projectexport.export.exactlyonce;
