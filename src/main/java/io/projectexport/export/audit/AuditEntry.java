package io.projectexport.export.audit;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param times how often it happened, where it is counted together; otherwise 1
 */
public record AuditEntry(Instant at, Actor actor, AuditedChange change, long times) {}
