/**
 * The business of the product: who may do what with a project export, and how an accepted one becomes a job in Xero exactly once.
 *
 * <p>Rule: knows only the JDK and Spring's stereotypes and transactions. What it needs from outside it asks of its ports: {@link
 * io.projectexport.export.ProjectExports}, {@link io.projectexport.export.ProjectSearch}, {@link io.projectexport.export.ExportAttempts}, {@link
 * io.projectexport.export.Accounting}, {@link io.projectexport.export.CallPlaces}, {@link
 * io.projectexport.export.RunningCalls}, {@link io.projectexport.export.Notifier}, {@link
 * io.projectexport.export.MailChoices}, {@link io.projectexport.export.Substitutions}, {@link io.projectexport.export.People} and {@link
 * io.projectexport.export.ApprovalProcess}.
 */
package io.projectexport.export;
