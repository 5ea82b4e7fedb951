/**
 * What approvers are told of projects that wait: the daily summary, of which nobody gets two on one day, and, for who wants it, the mail
 * about new ones.
 *
 * <p>Rule: holds the ports {@link io.projectexport.export.summary.SummaryClaims} and {@link
 * io.projectexport.export.summary.SummaryMailer}; a claim commits before the mail is sent. Mails about new projects go through the outbox.
 */
package io.projectexport.export.summary;
