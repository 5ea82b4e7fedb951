package io.projectexport.export.model;

import java.util.List;

/**
 * What a model of one process can be made of here, so that nobody has to type a name that the application would not know.
 *
 * @param tasks decisions of people, which their form tells apart
 * @param forms of other user tasks
 * @param groups who can be a candidate, by id
 * @param decisions tables that were sent along or deployed
 * @param decisionInputs variables that a table is given
 * @param fields what conditions can ask
 * @param moments expressions for timers
 * @param retries retry time cycles that the release's own models use
 * @param messages that the application sends, by name
 * @param errors that steps throw, by code
 */
public record ModelParts(
        List<Step> steps,
        List<DecisionOfPeople> tasks,
        List<String> forms,
        List<Choice> groups,
        List<String> decisions,
        List<String> decisionInputs,
        List<Field> fields,
        List<Choice> moments,
        List<Choice> retries,
        List<String> messages,
        List<Choice> errors) {

    /** What is written into the model, and what people read. */
    public record Choice(String value, String label) {}

    /**
     * A step of the application, called by a service task.
     *
     * @param expression as the model calls it
     * @param outside whether it needs a job of its own that is tried again
     * @param collection the loop that it needs; empty for none
     * @param element the variable that the loop sets; empty for none
     * @param reads names of input parameters
     */
    public record Step(
            String expression,
            String label,
            String description,
            boolean outside,
            String collection,
            String element,
            List<String> reads) {}

    /**
     * A user task in which people decide about a project.
     *
     * @param groups candidate groups that it must have; null where the modeler chooses them
     * @param users candidate users that it must have; null for none
     */
    public record DecisionOfPeople(String form, String label, String groups, String users) {}

    /**
     * A variable that conditions can compare with a value.
     *
     * @param words all that it can be; empty for anything
     */
    public record Field(String name, String label, Kind kind, List<String> words) {}

    /** How a value is written into an expression. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_OR_NO
    }
}
