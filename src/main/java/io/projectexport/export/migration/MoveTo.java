package io.projectexport.export.migration;

/**
 * Where a project is to go on.
 *
 * @param definitionId of the process definition
 */
public record MoveTo(String definitionId) {}
