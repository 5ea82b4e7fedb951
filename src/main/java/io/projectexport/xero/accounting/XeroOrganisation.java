package io.projectexport.xero.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.xero.api.client.AccountingApi;
import io.projectexport.export.accounting.OrganisationProfile;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.client.XeroTimeZones;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the organisation that jobs are created in; read once, because it hardly ever changes but with the connection. What was
 * read of one organisation is nothing known about another.
 */
class XeroOrganisation {

    private record Known(Optional<String> id, JsonNode organisation) {}

    private static final String TIME_ZONE = "Timezone";
    private static final String ACTIVE = "ACTIVE";

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final AccountingApi api;
    private final XeroCalls calls;
    private volatile Known known;

    XeroOrganisation(AccountingApi api, XeroCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    boolean isKnown() {
        return known().isPresent();
    }

    private Optional<JsonNode> known() {
        return Optional.ofNullable(known)
                .filter(known -> known.id().equals(id()))
                .map(Known::organisation);
    }

    /** Id of the one that is connected. */
    Optional<String> id() {
        return calls.organisation();
    }

    /** What people call the one with this id, as the consent tells, or else the organisation itself. */
    String name(String id) {
        String told = calls.organisationName(id);
        return told.equals(id) && id().filter(id::equals).isPresent()
                ? ownName().orElse(id)
                : told;
    }

    private Optional<String> ownName() {
        return known().map(organisation -> XeroJson.text(organisation, "Name"));
    }

    Optional<OrganisationProfile> profile() {
        return known().map(organisation -> new OrganisationProfile(
                XeroJson.text(organisation, "Name"),
                XeroJson.text(organisation, "Class"),
                XeroJson.text(organisation, TIME_ZONE),
                currency().orElse(null),
                ACTIVE.equals(organisation.path("OrganisationStatus").asText(ACTIVE)),
                organisation.path("IsDemoCompany").asBoolean()));
    }

    /** Empty for what is no code of ISO 4217, too. */
    Optional<String> currency() {
        return known().map(organisation -> XeroJson.text(organisation, "BaseCurrency"))
                .filter(CODES::contains);
    }

    /** In which it shows days; empty as long as that is not known, and for a name that nobody knows. */
    Optional<ZoneId> timeZone() {
        return known().map(organisation -> XeroJson.text(organisation, TIME_ZONE))
                .flatMap(XeroTimeZones::named);
    }

    /** What it calls its time zone, where nobody knows that name. */
    Optional<String> unknownTimeZone() {
        return known().map(organisation -> XeroJson.text(organisation, TIME_ZONE))
                .filter(name -> XeroTimeZones.named(name).isEmpty());
    }

    /** Addresses the organisation in Xero's deep links. */
    Optional<String> shortCode() {
        return known().map(organisation -> XeroJson.text(organisation, "ShortCode"));
    }

    void forget() {
        known = null;
    }

    void load() {
        if (!isKnown()) {
            Optional<String> asked = id();
            ObjectNode response = calls.callExtra(ObjectNode.class, api::getOrganisationsForHttpResponse);
            known = XeroJson.list(response, "Organisations").stream()
                    .findFirst()
                    .map(organisation -> new Known(asked, organisation))
                    .orElse(null);
        }
    }
}
