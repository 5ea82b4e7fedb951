package io.projectexport.export.connection;

import io.projectexport.export.accounting.ExportFailure;
import java.time.Instant;
import java.util.Optional;

/** Port to the connection to Xero by an administrator's consent; there is none where the installation has a custom connection. */
public interface XeroConnection {

    ConnectionState state();

    /** When Xero ends the consent unless it is used until then; empty without a consent. */
    Optional<Instant> endsAt();

    /** Makes the authorization request; its callback is {@code /xero/connect/callback}. */
    ConnectionRequest begin();

    /**
     * Connects with the callback of the request; whoever calls has checked that its state is the request's.
     *
     * @param by login of the administrator
     * @throws ExportFailure when Xero does not accept the code, or the consent includes no organisation that can be used
     */
    void complete(String code, ConnectionRequest request, String by);

    /** Uses this one of the organisations that the consent includes; any other id changes nothing. */
    void choose(String organisationId);

    /**
     * Ends the access to one organisation at Xero and forgets it. Others of the consent stay, those that another installation of the same app
     * works in included; only a consent that has none left ends as a whole.
     *
     * @param organisationId null for all that the consent includes here; an unknown one changes nothing
     * @throws ExportFailure when Xero did not end it, so that it is kept
     */
    void disconnect(String organisationId);
}
