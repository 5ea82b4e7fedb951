/**
 * The daily summary: who gets one, what is in it, and that nobody gets two on one day.
 *
 * <p>Rule: knows only {@link io.projectexport.export}; its ports are {@link io.projectexport.export.summary.SummaryClaims} and {@link
 * io.projectexport.export.summary.SummaryMailer}.
 */
package io.projectexport.export.summary;
