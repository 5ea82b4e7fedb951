package io.projectexport.export.migration;

/**
 * What becomes of an element at which instances wait, when they go to another version.
 *
 * @param label as the old version has it
 * @param instances how many wait there
 * @param target label of the element at which they go on; null where the other version has none
 */
public record PlannedStep(String label, long instances, String target) {}
