/**
 * What Xero has already of projects that wait for a review, looked for before anybody decides.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.existing.ExistingJobs}; it offers and never decides, and a review goes its way
 * when nothing is known.
 */
package io.projectexport.export.existing;
