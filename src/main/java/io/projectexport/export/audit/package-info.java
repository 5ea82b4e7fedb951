/**
 * The audit log of the installation: who did what to its people, permissions, models, connection and settings, and from where.
 *
 * <p>Rule: a line is written in the transaction of what it tells, never changed and never deleted, as the histories of projects, which are
 * read with it; secrets never get here. Holds the ports {@link io.projectexport.export.audit.AuditLog}, {@link
 * io.projectexport.export.audit.AuditTrail}, {@link io.projectexport.export.audit.CurrentActor} and {@link
 * io.projectexport.export.audit.StartSettings}.
 */
package io.projectexport.export.audit;
