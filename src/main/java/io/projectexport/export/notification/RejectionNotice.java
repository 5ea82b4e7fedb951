package io.projectexport.export.notification;

import io.projectexport.export.project.ProjectExport;

/**
 * The notice that a project was rejected.
 *
 * @param round that was rejected
 * @param rejectedBy name of the approver
 */
public record RejectionNotice(
        String id, ProjectExport export, String recipient, int round, String rejectedBy, String reason)
        implements Notice {}
