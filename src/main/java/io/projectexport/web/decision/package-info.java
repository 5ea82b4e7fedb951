/**
 * Decisions about what was marked in the list, or about everything in it: asks, and says what became of them.
 *
 * <p>Rule: each decision goes its own way through {@link io.projectexport.export.approval.ApprovalProcess}; what was confirmed is decided, and
 * nothing that came later.
 */
package io.projectexport.web.decision;
