/**
 * The mail adapter: messages and their templates, behind {@link io.projectexport.export.notification.Notifier}, {@link
 * io.projectexport.export.summary.SummaryMailer} and {@link io.projectexport.export.connection.ConnectionAlarm}.
 *
 * <p>Rule: writes and sends, decides nothing. A mail that the server surely did not take is reported for another try; one in doubt is
 * sent again when it is news, where a second copy does no harm, and counts as sent when it is a summary or an escalation, of which
 * nobody gets two.
 */
package io.projectexport.mail;
