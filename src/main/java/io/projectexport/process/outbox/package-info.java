/**
 * The worker that sends mails in the background.
 *
 * <p>Rule: holds its thread for a few seconds at a time and never sleeps; what it does, and that no mail is sent twice, is a matter of
 * {@link io.projectexport.export.outbox.SendOutbox}.
 */
package io.projectexport.process.outbox;
