/**
 * The task listeners: what happens when a user task is created, assigned or completed, and what its form shows.
 *
 * <p>Rule: carries out each decision through a use case, whichever door completed the task. Copies for the form are never read back,
 * and names of filters and variables are frozen.
 */
package io.projectexport.process.task;
