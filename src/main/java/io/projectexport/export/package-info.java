/**
 * The business of the product: who may do what with a project export, and how an accepted one becomes a job in Xero exactly once.
 *
 * <p>Rule: knows only the JDK and Spring's stereotypes and transactions. What it needs from outside it asks of its ports: {@link
 * io.projectexport.export.project.ProjectExports}, {@link io.projectexport.export.query.ProjectSearch}, {@link io.projectexport.export.exactlyonce.ExportAttempts}, {@link
 * io.projectexport.export.accounting.Accounting}, {@link io.projectexport.export.ratelimit.CallQueue}, {@link
 * io.projectexport.export.ratelimit.CallPermits}, {@link io.projectexport.export.notification.Notifier}, {@link
 * io.projectexport.export.profile.MailPreferences}, {@link io.projectexport.export.profile.Absences}, {@link io.projectexport.export.permission.People} and {@link
 * io.projectexport.export.approval.ApprovalProcess}.
 */
package io.projectexport.export;
