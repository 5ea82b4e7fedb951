package io.projectexport.export.model;

/**
 * A defect of a model that is, or is to be, deployed.
 *
 * @param rule number of the rule that found it, as in {@code docs/model.md}; 0 where the engine itself says so
 * @param file name of the file; null where it is not known
 * @param element id of the element in the diagram; null for the whole file
 * @param label name of the element in the diagram; null where it has none
 * @param problem what is wrong, as it follows the place in a sentence
 * @param remedy what to do, as a sentence without its full stop
 */
public record ModelFinding(
        int rule, Severity severity, String file, String element, String label, String problem, String remedy) {

    /** What becomes of a deployment with it. */
    public enum Severity {
        /** Nothing of it is deployed. */
        REFUSES,
        /** It is deployed, and told. */
        WARNS
    }
}
