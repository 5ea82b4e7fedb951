/**
 * The adapter of the port {@link io.projectexport.export.accounting.Accounting}, by Xero's Projects and Accounting APIs.
 *
 * <p>Rule: makes one call when it is asked for one and never repeats it: whether a job is created again is decided in the business
 * alone.
 */
package io.projectexport.xero.accounting;
