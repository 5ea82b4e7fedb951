package io.projectexport.export;

/**
 * The news that a project was rejected.
 *
 * @param id the same for each try to send it
 * @param export as it is now
 * @param recipient e-mail address
 * @param round that was rejected
 * @param rejectedBy name of the approver
 */
public record RejectionNotice(
        String id, ProjectExport export, String recipient, int round, String rejectedBy, String reason) {}
