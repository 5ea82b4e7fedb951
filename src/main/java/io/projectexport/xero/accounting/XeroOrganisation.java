package io.projectexport.xero.accounting;

import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.CurrencyCode;
import com.xero.models.accounting.Organisation;
import com.xero.models.accounting.Organisations;
import io.projectexport.xero.client.XeroCalls;
import java.util.Optional;

/** What is known of the organisation that jobs are created in; read once, because it hardly ever changes but with the connection. */
class XeroOrganisation {

    private final AccountingApi api;
    private final XeroCalls calls;
    private volatile Organisation known;

    XeroOrganisation(AccountingApi api, XeroCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    boolean isKnown() {
        return known != null;
    }

    /** Id of the one that is connected. */
    Optional<String> id() {
        return calls.organisation();
    }

    /** What people call the one with this id. */
    String name(String id) {
        return calls.organisationName(id);
    }

    Optional<String> currency() {
        return Optional.ofNullable(known).map(Organisation::getBaseCurrency).map(CurrencyCode::getValue);
    }

    /** Addresses the organisation in Xero's deep links. */
    Optional<String> shortCode() {
        return Optional.ofNullable(known).map(Organisation::getShortCode);
    }

    void forget() {
        known = null;
    }

    void load() {
        if (!isKnown()) {
            Organisations response = calls.callExtra(Organisations.class, api::getOrganisationsForHttpResponse);
            known = response.getOrganisations().stream().findFirst().orElse(null);
        }
    }
}
