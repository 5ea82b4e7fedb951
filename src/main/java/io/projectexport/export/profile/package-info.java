/**
 * The profile: what people set for themselves, a deputy for an absence and the mails that they want.
 *
 * <p>Rule: holds the ports {@link io.projectexport.export.profile.Absences} and {@link
 * io.projectexport.export.profile.MailPreferences}; a choice never gives anybody a privilege. The names of {@link
 * io.projectexport.export.profile.OptionalMail} are stored, so they are frozen.
 */
package io.projectexport.export.profile;
