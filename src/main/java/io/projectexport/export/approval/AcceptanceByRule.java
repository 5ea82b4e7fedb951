package io.projectexport.export.approval;

/**
 * Whether a model may accept projects without a person, as below an amount.
 *
 * @param allowed as this installation is set
 */
public record AcceptanceByRule(boolean allowed) {}
