/**
 * The error translation: every way in which a call to Xero can go wrong, as the failure that the port knows.
 *
 * <p>Rule: the one place that reads a status, header or exception of Xero; says for each whether a job may have been created, and what
 * to do.
 */
package io.projectexport.xero.failure;
