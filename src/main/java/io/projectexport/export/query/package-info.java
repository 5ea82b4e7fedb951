/**
 * The read side: lists, details and figures of project exports for those who may see them.
 *
 * <p>Rule: holds the ports {@link io.projectexport.export.query.ProjectSearch} and {@link
 * io.projectexport.export.query.StepStatistics}; changes nothing, and shows nobody more than {@link
 * io.projectexport.export.permission.ActionRules} allows.
 */
package io.projectexport.export.query;
