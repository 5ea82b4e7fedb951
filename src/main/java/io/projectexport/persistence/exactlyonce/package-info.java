/**
 * The repository of export attempts, behind {@link io.projectexport.export.exactlyonce.ExportAttempts}.
 *
 * <p>Rule: a change commits at once, whatever becomes of the caller's transaction, and of two that store the same change the first
 * wins.
 */
package io.projectexport.persistence.exactlyonce;
