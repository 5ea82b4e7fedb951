/**
 * The upload page: many projects from one file, after a look at how it was understood.
 *
 * <p>Rule: submits row by row through {@link io.projectexport.export.approval.ApprovalProcess}, the good ones also where others are
 * refused; keeps no file.
 */
package io.projectexport.web.upload;
