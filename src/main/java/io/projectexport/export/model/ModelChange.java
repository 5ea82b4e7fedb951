package io.projectexport.export.model;

import java.util.List;

/**
 * What differs between two versions at one element of the diagram.
 *
 * @param elementId as both versions have it
 * @param label name of the element, or what kind of element it is where it has none
 * @param details what changed, a line each; empty for what is there in one version only
 */
public record ModelChange(String elementId, String label, Kind kind, List<String> details) {

    /** How the later version differs from the earlier one. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
