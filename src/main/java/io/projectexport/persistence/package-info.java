/**
 * Our tables, behind the ports of {@link io.projectexport.export} and {@link io.projectexport.export.summary}.
 *
 * <p>Rule: SQL that PostgreSQL and H2 both understand; one statement for each question, no matter how many rows it concerns.
 */
package io.projectexport.persistence;
