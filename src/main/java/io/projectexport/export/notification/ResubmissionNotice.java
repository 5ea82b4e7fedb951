package io.projectexport.export.notification;

import io.projectexport.export.project.ProjectExport;

/**
 * The notice that a project was submitted again and waits for a decision.
 *
 * @param resubmittedBy name of the person
 * @param rejection of the round before; null when it was taken back and not rejected
 */
public record ResubmissionNotice(
        String id, ProjectExport export, String recipient, String resubmittedBy, Rejection rejection)
        implements Notice {}
