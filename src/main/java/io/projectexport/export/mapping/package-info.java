/**
 * What people chose about the columns of their files, so that they need not choose it again.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.mapping.ColumnChoices}; keeps names of fields and headings, and nothing of what
 * stands below them.
 */
package io.projectexport.export.mapping;
