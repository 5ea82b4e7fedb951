/**
 * The repositories of what was sent and to whom it goes: notices, claims of summaries, mail preferences, absences.
 *
 * <p>Rule: what was sent commits at once, because a mail cannot be taken back. Preferences and absences have no room of their own,
 * because they are four small tables that whoever changes a mail looks at together.
 */
package io.projectexport.persistence.notification;
