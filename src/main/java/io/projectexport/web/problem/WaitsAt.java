package io.projectexport.web.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.projectexport.export.permission.WaitingPlace;

/**
 * Where a project waits, in a response.
 *
 * @param name of the step, as the model calls it
 * @param who it waits for, called {@code for}; null where it goes on without a person
 */
public record WaitsAt(String name, @JsonProperty("for") String who) {

    public static WaitsAt of(WaitingPlace place) {
        return new WaitsAt(place.name(), place.who());
    }
}
