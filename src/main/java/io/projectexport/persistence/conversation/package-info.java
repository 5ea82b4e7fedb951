/**
 * Stores the mails of the conversation that are still to be sent.
 *
 * <p>Rule: as {@link io.projectexport.persistence.sql} says; a claim is one statement, so that of several nodes one sends.
 */
package io.projectexport.persistence.conversation;
