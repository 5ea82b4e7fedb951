/**
 * The audit log's lines, and the steps of projects that are read with them.
 *
 * <p>Rule: appends only; what is read together is one statement, whose parts each stop at the size of a page.
 */
package io.projectexport.persistence.audit;
