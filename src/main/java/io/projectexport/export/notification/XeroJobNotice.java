package io.projectexport.export.notification;

import io.projectexport.export.project.ProjectExport;

/**
 * The notice that a project has become a job in Xero.
 *
 * @param acceptedBy name of the approver
 */
public record XeroJobNotice(String id, ProjectExport export, String recipient, String acceptedBy) implements Notice {}
