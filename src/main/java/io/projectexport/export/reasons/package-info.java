/**
 * The usual reasons of rejections, which dialogs offer: those of a setting, until administrators keep a list of their own.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.reasons.StandardReasons}; a rejection stores words, never which reason they were, so
 * that a change of the list changes no history.
 */
package io.projectexport.export.reasons;
