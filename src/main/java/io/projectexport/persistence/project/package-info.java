/**
 * The repositories of project exports, their history, search and statistics.
 *
 * <p>Rule: the only room that writes {@code project_export} and {@code project_history}; the history is appended, never changed and
 * never deleted.
 */
package io.projectexport.persistence.project;
