/**
 * Messages and their templates, behind {@link io.projectexport.export.Notifier} and {@link
 * io.projectexport.summary.SummaryMailer}.
 *
 * <p>Rule: writes and sends mail, decides nothing.
 */
package io.projectexport.mail;
