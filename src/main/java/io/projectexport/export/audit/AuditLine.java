package io.projectexport.export.audit;

import java.util.UUID;

/**
 * A line as it is read.
 *
 * @param exportId of the project whose step it is; null for every other line
 */
public record AuditLine(AuditPosition position, AuditEntry entry, UUID exportId) {}
