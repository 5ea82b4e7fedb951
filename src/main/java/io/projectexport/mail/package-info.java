/**
 * Messages and their templates, behind {@link io.projectexport.export.notification.Notifier} and {@link
 * io.projectexport.export.summary.SummaryMailer}.
 *
 * <p>Rule: writes and sends mail, decides nothing. A mail that the server surely did not take is reported for another try; one in
 * doubt is reported too when it is a notice, where a second copy does no harm, and counts as sent when it is a summary, of which nobody
 * gets two on one day.
 */
package io.projectexport.mail;
