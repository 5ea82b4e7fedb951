/**
 * Our tables, behind the ports of {@link io.projectexport.export}.
 *
 * <p>Rule: SQL that PostgreSQL and H2 both understand; one statement for each question, no matter how many rows it concerns.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code sql}: what all repositories share.
 *   <li>{@code pool}: connections, time-outs and outages.
 *   <li>{@code project}: project exports and their history.
 *   <li>{@code exactlyonce}: attempts to create a job.
 *   <li>{@code notification}: what is to be sent, what was, and to whom it goes.
 *   <li>{@code mapping}: choices of columns.
 *   <li>{@code organisation}: what nodes share about a Xero organisation.
 *   <li>{@code bulk}: batches and their rows.
 *   <li>{@code upload}: files of projects.
 *   <li>{@code model}: moves to another version of a model.
 *   <li>{@code decision}: decisions about many.
 *   <li>{@code monitoring}: figures for operators.
 *   <li>{@code migration}: migrations in Java.
 *   <li>{@code audit}: who did what.
 *   <li>{@code people}: links to set a password.
 * </ul>
 */
package io.projectexport.persistence;
