package io.projectexport.xero.connection;

import java.util.List;

/**
 * A person's consent to what this application does in Xero.
 *
 * @param tenantId the organisation that jobs are created in; null while none is chosen
 * @param at in seconds since 1970
 * @param alarmed whether the administrators know that Xero has ended it
 */
record StoredConsent(StoredToken token, List<Tenant> tenants, String tenantId, String by, long at, boolean alarmed) {

    StoredConsent with(StoredToken token) {
        return new StoredConsent(token, tenants, tenantId, by, at, alarmed);
    }

    StoredConsent withAlarm() {
        return new StoredConsent(token, tenants, tenantId, by, at, true);
    }

    boolean toBeTold() {
        return token.broken() && !alarmed;
    }

    boolean includes(String id) {
        return tenants.stream().anyMatch(tenant -> tenant.tenantId().equals(id));
    }

    /** Another organisation, if the consent includes it. */
    StoredConsent choosing(String id) {
        return includes(id) ? new StoredConsent(token, tenants, id, by, at, alarmed) : this;
    }
}
