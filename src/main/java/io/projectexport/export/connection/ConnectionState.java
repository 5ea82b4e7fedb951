package io.projectexport.export.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the connection stands.
 *
 * @param organisations those that the consent includes
 * @param chosenId the one that jobs are created in; null while none is chosen
 * @param connectedBy login of the administrator; null without a consent, as is {@code connectedAt}
 */
public record ConnectionState(
        Status status, List<Organisation> organisations, String chosenId, String connectedBy, Instant connectedAt) {

    /** What an administrator has to do, if anything. */
    public enum Status {
        NOT_CONNECTED,
        /** The consent includes several organisations, of which one has to be chosen. */
        TO_BE_CHOSEN,
        CONNECTED,
        /** Xero does not accept the consent any more. */
        BROKEN,
        /** Somebody took the organisation that jobs are created in away from the consent, in Xero. */
        DISCONNECTED,
        /** Xero does not accept client id and secret of the settings. */
        LOGIN_REFUSED
    }

    /** An organisation in Xero. */
    public record Organisation(String id, String name) {}

    public static ConnectionState notConnected() {
        return new ConnectionState(Status.NOT_CONNECTED, List.of(), null, null, null);
    }

    /**
     * A custom connection, which Xero knows and this application only uses.
     *
     * @param name null as long as Xero has not told it
     */
    public static ConnectionState custom(String id, String name) {
        List<Organisation> organisations = name == null ? List.of() : List.of(new Organisation(id, name));
        return new ConnectionState(Status.CONNECTED, organisations, id, null, null);
    }

    public Optional<Organisation> chosen() {
        return organisations.stream()
                .filter(organisation -> organisation.id().equals(chosenId))
                .findFirst();
    }
}
