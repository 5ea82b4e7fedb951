/**
 * The conversation about a project: what approvers ask, and what creator and submitter answer, without a decision.
 *
 * <p>Rule: it changes neither status nor task, only the history. Its mails wait in {@link
 * io.projectexport.export.conversation.RemarkOutbox}, stored in the transaction of the history's step, so that none is lost and none is
 * sent for what was not written; no mail server is called while a person waits.
 */
package io.projectexport.export.conversation;
