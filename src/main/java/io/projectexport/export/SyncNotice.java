package io.projectexport.export;

/**
 * The news that a project has become a job in Xero.
 *
 * @param acceptedBy name of the approver
 */
public record SyncNotice(String id, ProjectExport export, String recipient, String acceptedBy) implements Notice {}
