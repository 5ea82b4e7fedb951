/**
 * The worker that sends the mails of the conversation in the background.
 *
 * <p>Rule: holds its thread for a few seconds at a time and never sleeps; what it does, and that no mail is sent twice, is a matter of
 * {@link io.projectexport.export.conversation.SendRemarks}.
 */
package io.projectexport.process.conversation;
