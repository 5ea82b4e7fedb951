package io.projectexport.export.model;

/**
 * Where a project is to go on.
 *
 * @param definitionId of the process definition
 */
public record MoveTo(String definitionId) {}
