package io.projectexport.process.guard;

/**
 * Where in the files that were sent something stands.
 *
 * @param resource name of the file
 * @param elementId id of the element as the diagram has it; null for the whole file
 * @param label name of the element as people read it in the diagram; null where it has none
 */
public record Place(String resource, String elementId, String label) {

    public static Place ofFile(String resource) {
        return new Place(resource, null, null);
    }

    /** As a sentence begins. */
    @Override
    public String toString() {
        if (elementId == null) {
            return resource;
        }
        return label == null ? elementId : "\"%s\" (%s)".formatted(label, elementId);
    }
}
