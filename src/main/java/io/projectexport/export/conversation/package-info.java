/**
 * The conversation about a project: what approvers ask, and what creator and submitter answer, without a decision.
 *
 * <p>Rule: it changes neither status nor task, only the history. Its mails are stored in the outbox, in the
 * transaction of the history's step.
 */
package io.projectexport.export.conversation;
