package io.projectexport.export.notification;

import io.projectexport.export.project.ProjectExport;

/**
 * The notice that a project has waited too long.
 *
 * @param submittedBy name of the submitter
 */
public record EscalationNotice(String id, ProjectExport export, String recipient, String submittedBy)
        implements Notice {}
