/**
 * The settings of an installation, checked at the start: one that is missing or wrong stops it with a sentence that says what to set.
 *
 * <p>Rule: knows of the business only the types that carry a setting into it; the names of settings are frozen, because installations
 * set them.
 */
package io.projectexport.settings;
