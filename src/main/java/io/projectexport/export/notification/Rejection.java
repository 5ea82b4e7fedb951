package io.projectexport.export.notification;

/**
 * That an approver rejected one round of a project export.
 *
 * @param by name of the approver
 */
public record Rejection(int round, String by, String reason) {}
