/**
 * The notifications: who hears what about a project, each person once.
 *
 * <p>Rule: holds the ports {@link io.projectexport.export.notification.Notifier} and {@link
 * io.projectexport.export.notification.SentNotices}; a mail never changes what a project is. Ids of notices are stored so that nothing
 * is sent twice, and frozen for that.
 */
package io.projectexport.export.notification;
