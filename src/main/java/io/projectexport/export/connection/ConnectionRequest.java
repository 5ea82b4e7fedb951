package io.projectexport.export.connection;

import java.io.Serializable;
import java.net.URI;

/**
 * An authorization request that waits for its callback; kept by whoever made it, and known to nobody else.
 *
 * @param address where the administrator consents
 * @param state comes back with the callback, which is somebody else's without it
 * @param verifier proves that the code is redeemed by whoever asked for it
 */
public record ConnectionRequest(URI address, String state, String verifier) implements Serializable {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "ConnectionRequest";
    }
}
