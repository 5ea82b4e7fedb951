/**
 * The repositories of what is to be sent, what was, and to whom it goes: outbox, new submissions, notices, claims of summaries, mail
 * preferences, absences.
 *
 * <p>Rule: what was sent commits at once, because a mail cannot be taken back, and what is to be sent with what it tells. Preferences and
 * absences have no room of their own, because these are small tables that whoever changes a mail looks at together.
 */
package io.projectexport.persistence.notification;
