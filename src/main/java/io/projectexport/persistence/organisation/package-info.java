/**
 * What the nodes share about a Xero organisation: the queue of calls, their permits, the stored consent.
 *
 * <p>Rule: each change commits at once, under the lock of a row; whatever belongs to an organisation bears its id, so
 * that several can come.
 */
package io.projectexport.persistence.organisation;
