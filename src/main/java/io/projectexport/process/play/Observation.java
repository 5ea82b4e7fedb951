package io.projectexport.process.play;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.flow.GraphNode;

/**
 * What a play saw go wrong.
 *
 * @param status of the project at that moment; null before it is registered
 * @param detail what rules need to say it: an answer, an error code, a variable, the id of another element; null for none
 */
public record Observation(Kind kind, GraphNode node, ExportStatus status, String detail) {

    public enum Kind {
        /** A step that does not work in this status. */
        STEP_IN_WRONG_STATUS,
        /** A task whose answers are refused in this status. */
        TASK_IN_WRONG_STATUS,
        /** A step for a person that nobody, or somebody else, has moved on to; the detail is the mover. */
        WITHOUT_ITS_PERSON,
        /** A step without the variable that another one sets. */
        WITHOUT_VARIABLE,
        /** The last token ended although the project lives. */
        ENDED_ALIVE,
        /** No outgoing flow whose condition holds; the detail says for which values. */
        NO_WAY_OUT,
        /** A condition about an answer that nobody has given. */
        NOT_ANSWERED,
        /** A condition about an answer of an earlier round. */
        ANSWERED_EARLIER,
        /** A timer for a time that nothing has set. */
        TIME_NOT_SET,
        /** An error that nothing catches. */
        UNCAUGHT,
        /** Nothing can happen any more. */
        STUCK,
        /** Two tokens at a task at which one person decides. */
        TWICE,
        /** A round without a wait. */
        ENDLESS,
        /** A round without a wait unless a condition ends it. */
        MAYBE_ENDLESS,
        /** A round of jobs, each of which begins at once. */
        RESTLESS,
        /** What somebody works on is ended by another element, which the detail names. */
        KILLED,
        /** A wait before the project is registered. */
        UNREGISTERED,
        /** More states than can be played. */
        TOO_MANY
    }
}
