/**
 * Rejections that come together for one person, told in one mail.
 *
 * <p>Rule: one alone is sent by the model's job ({@link io.projectexport.export.notification.NotifyAboutRejection}); only what that leaves
 * comes here. Holds the port {@link io.projectexport.export.rejection.RejectionsMailer}; these mails go through the outbox.
 */
package io.projectexport.export.rejection;
