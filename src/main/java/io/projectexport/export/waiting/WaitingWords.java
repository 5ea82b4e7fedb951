package io.projectexport.export.waiting;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.WaitingPlace;
import io.projectexport.export.project.ProjectExport;
import java.util.Optional;

/** What people read about where a project waits, the same on pages, in the API and behind the engine's. */
public final class WaitingWords {

    public static final String ON_HOLD =
            "Projects are on hold: an administrator suspended the process. Nothing was changed; try again once it goes on.";

    private static final String ENDED = "has no running process any more. An administrator can put it back to a step.";

    private WaitingWords() {}

    /** Why nothing can be done about a project although its status allows it. */
    public static ActionRefused refusal(Action action, ProjectExport export, ProcessPosition position) {
        if (position.isOnHold()) {
            return refusal(ON_HOLD, position);
        }
        // it came to its task at this very moment
        boolean isThere = position.possible().contains(action);
        return notice(export, position)
                .filter(words -> !isThere)
                .map(words -> refusal(words, position))
                .orElseGet(WaitingWords::changing);
    }

    /** The same refusal, with the step of the model's author where the project waits, if it does. */
    public static ActionRefused elsewhere(ActionRefused refused, ProjectExport export, ProcessPosition position) {
        return position.isElsewhere()
                ? notice(export, position)
                        .map(words -> refusal(refused.getMessage() + " " + words, position))
                        .orElse(refused)
                : refused;
    }

    private static ActionRefused refusal(String words, ProcessPosition position) {
        return position.waitsAt()
                .map(place -> ActionRefused.waiting(words, place))
                .orElseGet(() -> ActionRefused.conflict(words));
    }

    private static ActionRefused changing() {
        return ActionRefused.conflict("Somebody else is changing this project at this moment; look at it again.");
    }

    /** Empty where the process is not known to wait anywhere. */
    private static Optional<String> notice(ProjectExport export, ProcessPosition position) {
        String number = export.project().number();
        return position.isRunning()
                ? position.waitsAt().map(place -> sentence(number, place))
                : Optional.of(number + " " + ENDED);
    }

    private static String sentence(String number, WaitingPlace place) {
        return place.who() == null
                ? "%s is at %s, which goes on by itself.".formatted(number, place.inWords())
                : "%s waits at %s.".formatted(number, place.inWords());
    }

    /** The same for people who look at the project, where its status does not tell; empty where it does. */
    public static Optional<String> beside(ProjectExport export, ProcessPosition position) {
        if (position.isOnHold() && !export.status().isFinal()) {
            return Optional.of("Projects are on hold: an administrator suspended the process.");
        }
        boolean isLost = !position.isRunning() && !export.status().isFinal();
        return position.isElsewhere() || isLost ? notice(export, position) : Optional.empty();
    }
}
