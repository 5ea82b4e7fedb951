/**
 * Rules about forms: what Tasklist can show, and what the application needs to be asked.
 *
 * <p>Rule: their numbers begin with 7; a form is known by its key, or by the task that shows it.
 */
package io.projectexport.process.rule.form;
