package io.projectexport.export;

/**
 * The news that a project has waited too long.
 *
 * @param id the same for each try to send it
 * @param recipient e-mail address
 * @param submittedBy name of the submitter
 */
public record EscalationNotice(String id, ProjectExport export, String recipient, String submittedBy) {}
