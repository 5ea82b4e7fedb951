/**
 * The outbox of mails: what is to be told to people, stored in the transaction of what it tells, so that none is lost and none is sent for
 * what was undone; no mail server is called while a person waits.
 *
 * <p>Rule: knows no kind of mail; whoever adds mails of a kind holds an {@link io.projectexport.export.outbox.OutboxSender} for it.
 */
package io.projectexport.export.outbox;
