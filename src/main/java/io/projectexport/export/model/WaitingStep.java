package io.projectexport.export.model;

/**
 * An element of a model at which instances wait.
 *
 * @param label name of the element, or its id where it has none
 */
public record WaitingStep(String elementId, String label, long instances) {}
