/**
 * The daily summary: who gets one, what is in it, and that nobody gets two on one day.
 *
 * <p>Rule: holds the ports {@link io.projectexport.export.summary.SummaryClaims} and {@link
 * io.projectexport.export.summary.SummaryMailer}; a claim commits before the mail is sent.
 */
package io.projectexport.export.summary;
