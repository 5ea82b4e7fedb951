package io.projectexport.export.approval;

/**
 * A task that waits for somebody.
 *
 * @param id in Tasklist
 * @param filterId of the filter that lists it there; null when there is none that the person sees
 */
public record OpenTask(String id, String filterId) {}
