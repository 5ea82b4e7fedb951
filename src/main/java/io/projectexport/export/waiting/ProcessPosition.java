package io.projectexport.export.waiting;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.WaitingPlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the process of one project stands at this moment.
 *
 * @param isRunning whether there is one
 * @param isOnHold whether an administrator suspended it
 * @param places where it waits, what waits for a person first
 * @param possible the actions whose task or message waits there
 * @param isElsewhere whether it waits for a person in a step that is none of this application's own
 */
public record ProcessPosition(
        boolean isRunning, boolean isOnHold, List<WaitingPlace> places, Set<Action> possible, boolean isElsewhere) {

    /** Of a project whose process has ended. */
    public static final ProcessPosition ENDED = new ProcessPosition(false, false, List.of(), Set.of(), false);

    public ProcessPosition {
        places = List.copyOf(places);
        possible = Set.copyOf(possible);
    }

    public Optional<WaitingPlace> waitsAt() {
        return places.stream().findFirst();
    }
}
