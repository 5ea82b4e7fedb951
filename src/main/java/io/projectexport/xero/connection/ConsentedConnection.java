package io.projectexport.xero.connection;

import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionRequest;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.ConnectionState.Organisation;
import io.projectexport.export.connection.ConnectionState.Status;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.xero.client.XeroSettings;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import io.projectexport.xero.failure.XeroErrors;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adapter of the port {@link XeroConnection}, by the consent that all nodes share. */
class ConsentedConnection implements XeroConnection {

    private final ConsentStore store;
    private final AuthorizationCodeGrant grant;
    private final ConsentTokens tokens;
    private final ConsentApi api;
    private final ConnectionBreaks breaks;
    private final XeroErrors errors;
    private final Clock clock;
    private final WriteAudit audit;
    private final Optional<String> onlyTenant;

    ConsentedConnection(
            XeroSettings settings,
            ConsentStore store,
            AuthorizationCodeGrant grant,
            ConsentTokens tokens,
            ConsentApi api,
            ConnectionBreaks breaks,
            XeroErrors errors,
            Clock clock,
            WriteAudit audit) {
        this.store = store;
        this.grant = grant;
        this.tokens = tokens;
        this.api = api;
        this.breaks = breaks;
        this.errors = errors;
        this.clock = clock;
        this.audit = audit;
        this.onlyTenant = Optional.ofNullable(settings.tenantId());
    }

    @Override
    public ConnectionState state() {
        return store.find().map(ConsentedConnection::state).orElseGet(ConnectionState::notConnected);
    }

    @Override
    public Optional<Instant> endsAt() {
        return store.find().map(consent -> consent.token().endsAt());
    }

    private static ConnectionState state(StoredConsent consent) {
        List<Organisation> organisations = consent.tenants().stream()
                .map(tenant -> new Organisation(tenant.tenantId(), tenant.tenantName()))
                .toList();
        return new ConnectionState(
                status(consent), organisations, consent.tenantId(), consent.by(), Instant.ofEpochSecond(consent.at()));
    }

    private static Status status(StoredConsent consent) {
        if (consent.token().broken()) {
            return Status.BROKEN;
        }
        if (consent.problem() != null) {
            return Status.valueOf(consent.problem().name());
        }
        return consent.tenantId() == null ? Status.TO_BE_CHOSEN : Status.CONNECTED;
    }

    @Override
    public ConnectionRequest begin() {
        return grant.begin();
    }

    @Override
    public void complete(String code, ConnectionRequest request, String by) {
        translated(() -> connect(code, request, by));
    }

    private void connect(String code, ConnectionRequest request, String by) {
        StoredToken token = grant.redeem(code, request);
        List<Tenant> tenants = usable(api.tenants(token));
        String before = store.find().map(ConsentedConnection::describe).orElse(null);
        StoredConsent consent = new StoredConsent(
                token, tenants, chosen(tenants), by, clock.instant().getEpochSecond(), false);
        store.save(
                consent,
                () -> audit.writeAs(by, change("Connected to Xero").from(before).to(describe(consent))));
        works();
    }

    /** Xero has just accepted what is stored, so that what waited for it goes on; with an organisation alone. */
    private void works() {
        if (state().status() == Status.CONNECTED) {
            Instant now = breaks.now();
            breaks.change(known -> known.map(broken -> broken.worked(false, now)));
        }
    }

    private List<Tenant> usable(List<Tenant> tenants) {
        List<Tenant> usable = tenants.stream()
                .filter(tenant -> onlyTenant.isEmpty() || onlyTenant.get().equals(tenant.tenantId()))
                .toList();
        if (usable.isEmpty()) {
            String missing = onlyTenant.map(id -> "the organisation " + id).orElse("an organisation");
            throw ExportFailureFactory.notConnected("The consent does not include " + missing + ".", null);
        }
        return usable;
    }

    /** The one that was chosen before, so that exports go on, or the only one. */
    private String chosen(List<Tenant> tenants) {
        Optional<String> before = store.find().map(StoredConsent::tenantId);
        return tenants.stream()
                .map(Tenant::tenantId)
                .filter(id -> tenants.size() == 1 || before.filter(id::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void choose(String organisationId) {
        store.change(consent -> {
            StoredConsent chosen = consent.choosing(organisationId);
            if (!chosen.equals(consent)) {
                audit.write(
                        change("Organisation chosen").from(describe(consent)).to(describe(chosen)));
            }
            return chosen;
        });
        works();
    }

    /** Xero first: what is forgotten here before would stay open there. No lock is held meanwhile, at which refreshed tokens would wait. */
    @Override
    public void disconnect(String organisationId) {
        translated(() -> {
            tokens.refreshIfExpired();
            store.find().ifPresent(asked -> {
                Set<String> ended = among(asked, organisationId);
                endAtXero(asked, ended);
                store.change(now -> now.isSameConsent(asked) ? without(ended, now) : now);
            });
        });
    }

    private static Set<String> among(StoredConsent consent, String organisationId) {
        return consent.tenants().stream()
                .map(Tenant::tenantId)
                .filter(id -> organisationId == null || id.equals(organisationId))
                .collect(Collectors.toSet());
    }

    private void endAtXero(StoredConsent consent, Set<String> ended) {
        StoredToken token = consent.token();
        if (token.broken()) {
            return;
        }
        api.disconnect(token, ended);
        if (consent.without(ended).tenants().isEmpty() && api.isEmpty(token)) {
            api.revoke(token);
        }
    }

    private StoredConsent without(Set<String> ended, StoredConsent consent) {
        if (!ended.isEmpty()) {
            audit.write(change("Disconnected from Xero").from(describe(consent, ended)));
        }
        StoredConsent left = consent.without(ended);
        return left.tenants().isEmpty() ? null : left;
    }

    private static AuditedChange change(String what) {
        return AuditedChange.of(AuditKind.CONNECTION, what, null);
    }

    /** The organisation that jobs are created in; as long as none is chosen, those that can be. */
    private static String describe(StoredConsent consent) {
        return consent.tenantId() == null
                ? "to be chosen:\n" + describe(consent, among(consent, null))
                : describe(consent, Set.of(consent.tenantId()));
    }

    private static String describe(StoredConsent consent, Set<String> tenantIds) {
        return consent.tenants().stream()
                .filter(tenant -> tenantIds.contains(tenant.tenantId()))
                .map(tenant -> "%s (%s)".formatted(tenant.tenantName(), tenant.tenantId()))
                .collect(Collectors.joining("\n"));
    }

    private void translated(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            throw ExportFailureFactory.withRemedy(errors.translate(failure), Remedy.CONNECT);
        }
    }
}
