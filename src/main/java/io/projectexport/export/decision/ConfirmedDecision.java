package io.projectexport.export.decision;

import io.projectexport.export.permission.Action;

/**
 * What an approver confirmed about a project.
 *
 * @param comment why it is rejected; null for everything else
 * @param round of the project that the approver saw
 */
public record ConfirmedDecision(Action action, String comment, int round) {}
