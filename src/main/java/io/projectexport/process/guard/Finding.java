package io.projectexport.process.guard;

import io.projectexport.export.model.ModelFinding;

/**
 * A defect that a rule found.
 *
 * @param rule number of the rule, as in {@code docs/model.md}
 * @param problem what is wrong, as it follows the place in a sentence: <i>is not tried again by itself</i>
 * @param remedy what to do, as a sentence without its full stop: <i>Fill in "Retry time cycle"</i>
 */
public record Finding(int rule, Severity severity, Place place, String problem, String remedy) {

    public boolean refuses() {
        return severity == Severity.REFUSES;
    }

    /** As it is told outside of this application. */
    public ModelFinding told() {
        return new ModelFinding(
                rule,
                ModelFinding.Severity.valueOf(severity.name()),
                place.resource(),
                place.elementId(),
                place.label(),
                problem,
                remedy);
    }

    /** Where, what and what to do, as people read it. */
    public String sentence() {
        return "%s %s. %s.".formatted(place, problem, remedy);
    }
}
