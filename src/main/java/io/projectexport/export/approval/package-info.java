/**
 * The approval: what an accounting approver decides, and the process that waits for it.
 *
 * <p>Rule: holds the port {@link io.projectexport.export.approval.ApprovalProcess}, through which pages and API act like Tasklist
 * does; a use case decides about one project export, locked in its transaction.
 */
package io.projectexport.export.approval;
