/**
 * The job executor: its bulkhead in front of the mail server, its retries, and how it is set up.
 *
 * <p>Rule: knows how jobs run, and by element id which of them mail; what they do is told by the delegates.
 */
package io.projectexport.process.job;
