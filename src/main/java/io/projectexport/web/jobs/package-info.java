/**
 * The Jobs page: the list, its download, and decisions about what was marked in it.
 *
 * <p>Rule: one search for a page, however many rows; each marked decision goes its own way through {@link
 * io.projectexport.export.approval.ApprovalProcess}.
 */
package io.projectexport.web.jobs;
