/**
 * Projects whose process has ended although nothing is settled: found, and put back to a step or given up by an administrator.
 *
 * <p>Rule: a project goes on where its status stands and nowhere further, so that nobody's approval is skipped; what Xero may have done is
 * found out before anything else.
 */
package io.projectexport.export.recovery;
