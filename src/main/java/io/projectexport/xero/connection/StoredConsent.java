package io.projectexport.xero.connection;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A person's consent to what this application does in Xero.
 *
 * @param tenantId the organisation that jobs are created in; null while none is chosen
 * @param at in seconds since 1970
 * @param alarmed not read any more; nodes of an earlier release tell the administrators by it
 * @param problem null for none
 */
record StoredConsent(
        StoredToken token,
        List<Tenant> tenants,
        String tenantId,
        String by,
        long at,
        boolean alarmed,
        Problem problem) {

    /** What is wrong although the refresh token serves; the names are stored. */
    enum Problem {
        DISCONNECTED,
        LOGIN_REFUSED
    }

    StoredConsent(StoredToken token, List<Tenant> tenants, String tenantId, String by, long at, boolean alarmed) {
        this(token, tenants, tenantId, by, at, alarmed, null);
    }

    /** With a token that Xero gave, so that it accepted the login. */
    StoredConsent with(StoredToken token) {
        StoredConsent next = new StoredConsent(token, tenants, tenantId, by, at, alarmed, problem);
        return problem == Problem.LOGIN_REFUSED ? next.with((Problem) null) : next;
    }

    /** Null where there is none any more. */
    StoredConsent with(Problem problem) {
        return new StoredConsent(token, tenants, tenantId, by, at, problem != null && alarmed, problem);
    }

    /** Whether nobody has connected anew in between; tokens and organisation may be others. */
    boolean isSameConsent(StoredConsent earlier) {
        return at == earlier.at && by.equals(earlier.by);
    }

    /** Whether it is still what Xero was asked about. */
    private boolean isAsAsked(StoredConsent asked) {
        return token.accessToken().equals(asked.token.accessToken()) && Objects.equals(tenantId, asked.tenantId);
    }

    /** With what came of a question to Xero, unless the consent has become another one meanwhile. */
    StoredConsent with(Problem problem, StoredConsent asked) {
        return isAsAsked(asked) ? with(problem) : this;
    }

    boolean isDisconnected() {
        return problem == Problem.DISCONNECTED;
    }

    String tenantName() {
        return tenants.stream()
                .filter(tenant -> tenant.tenantId().equals(tenantId))
                .map(Tenant::tenantName)
                .findFirst()
                .orElse(tenantId);
    }

    boolean includes(String id) {
        return tenants.stream().anyMatch(tenant -> tenant.tenantId().equals(id));
    }

    /** What is left without these organisations; if jobs were created in one of them, another has to be chosen. */
    StoredConsent without(Set<String> ids) {
        List<Tenant> left = tenants.stream()
                .filter(tenant -> !ids.contains(tenant.tenantId()))
                .toList();
        return ids.contains(tenantId)
                ? new StoredConsent(token, left, null, by, at, false)
                : new StoredConsent(token, left, tenantId, by, at, alarmed, problem);
    }

    /** Another organisation, if the consent includes it. */
    StoredConsent choosing(String id) {
        return includes(id) && !id.equals(tenantId) ? new StoredConsent(token, tenants, id, by, at, false) : this;
    }
}
