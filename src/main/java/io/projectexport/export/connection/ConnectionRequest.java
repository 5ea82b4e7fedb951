package io.projectexport.export.connection;

import java.io.Serializable;
import java.net.URI;

/**
 * A consent that was asked for; kept by whoever asked until the answer comes, and known to nobody else.
 *
 * @param address where the administrator consents
 * @param state comes back with the answer, which is somebody else's without it
 * @param verifier proves that the code is redeemed by whoever asked for it
 */
public record ConnectionRequest(URI address, String state, String verifier) implements Serializable {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "ConnectionRequest";
    }
}
