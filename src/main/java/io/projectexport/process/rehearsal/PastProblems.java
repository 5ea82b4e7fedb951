package io.projectexport.process.rehearsal;

import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.play.Observation;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a project cannot go on, as it follows the name of the element where it stands. */
final class PastProblems {

    /** After which the rest of the play tells nothing. */
    static final Set<Observation.Kind> STOPPING = EnumSet.of(
            Observation.Kind.STEP_IN_WRONG_STATUS,
            Observation.Kind.TASK_IN_WRONG_STATUS,
            Observation.Kind.WITHOUT_ITS_PERSON,
            Observation.Kind.WITHOUT_VARIABLE,
            Observation.Kind.NO_WAY_OUT,
            Observation.Kind.NOT_ANSWERED,
            Observation.Kind.TIME_NOT_SET,
            Observation.Kind.UNCAUGHT,
            Observation.Kind.TWICE,
            Observation.Kind.ENDLESS,
            Observation.Kind.RESTLESS,
            Observation.Kind.UNREGISTERED,
            Observation.Kind.TOO_MANY);

    private PastProblems() {}

    static String words(Observation seen) {
        return switch (seen.kind()) {
            case UNCAUGHT -> "nothing catches %s".formatted(seen.detail());
            case NO_WAY_OUT -> "no arrow leads on%s".formatted(asked(seen.node()));
            case NOT_ANSWERED -> "its arrows ask for “%s”, which nobody has answered".formatted(seen.detail());
            case STEP_IN_WRONG_STATUS, TASK_IN_WRONG_STATUS ->
                "it does not work while a project is %s"
                        .formatted(
                                seen.status() == null
                                        ? "not registered"
                                        : seen.status().label());
            case WITHOUT_ITS_PERSON ->
                "it needs the person who submitted or corrected the project, and comes in a job of its own";
            case WITHOUT_VARIABLE -> "the variable “%s” is not set".formatted(seen.detail());
            case TIME_NOT_SET -> "it waits for a time that nothing has set";
            case TWICE -> "it is open twice";
            case ENDLESS, MAYBE_ENDLESS, RESTLESS -> "it goes round for ever";
            case UNREGISTERED -> "it waits before the project is registered";
            case TOO_MANY -> "its way is too long to be played";
            default -> "nothing can happen there any more";
        };
    }

    /** What the condition of its arrows is about; empty where they have none. */
    private static String asked(GraphNode node) {
        String terms = node.outgoing().stream()
                .filter(flow -> flow.condition() != null)
                .flatMap(flow -> flow.condition().terms().stream())
                .distinct()
                .collect(Collectors.joining(" and "));
        return terms.isEmpty() ? "" : " for this value of " + terms;
    }
}
