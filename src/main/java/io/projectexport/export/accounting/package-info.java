/**
 * The accounting system as the business sees it: what is asked of it, what comes back, and the ways in which that fails.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.accounting.Accounting} and knows no other room but that of texts, since everything
 * above speaks of jobs and failures in its words. Reasons of a failure and the components of {@code FoundJob}, {@code XeroJob} and {@code
 * ExportError} are stored, so their names are frozen.
 */
package io.projectexport.export.accounting;
