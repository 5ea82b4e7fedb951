package io.projectexport.xero.connection;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.xero.client.AccessTokens;
import io.projectexport.xero.client.XeroClientRegistrations;
import io.projectexport.xero.client.XeroSettings;
import io.projectexport.xero.connection.StoredConsent.Problem;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import io.projectexport.xero.failure.XeroAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.client.RestClient;

/** Access tokens by a person's consent: stored once for all nodes, and refreshed by one caller at a time because they rotate. */
class ConsentTokens implements AccessTokens {

    /** Errors of OAuth about client id and secret. */
    private static final Set<String> LOGIN_REFUSED = Set.of("invalid_client", "unauthorized_client");

    private final ConsentStore store;
    private final ConsentApi api;
    private final InstantSource clock;
    private final ClientRegistration client;
    private final RestClientRefreshTokenTokenResponseClient endpoint = new RestClientRefreshTokenTokenResponseClient();

    /** @param clock the one by which all nodes tell how long a token is valid */
    ConsentTokens(XeroSettings settings, ConsentStore store, RestClient http, ConsentApi api, InstantSource clock) {
        this.store = store;
        this.api = api;
        this.clock = clock;
        client = XeroClientRegistrations.refreshing(settings);
        endpoint.setRestClient(http);
    }

    @Override
    public Access current() {
        StoredConsent consent = required(store.find());
        if (isToBeRefreshed(consent.token())) {
            consent = required(refreshed());
        }
        if (consent.token().broken()) {
            throw ended();
        }
        if (consent.isDisconnected()) {
            throw disconnected(consent);
        }
        if (consent.tenantId() == null) {
            throw ExportFailureFactory.notConnected("No organisation in Xero is chosen yet.", null);
        }
        return new Access(consent.token().accessToken(), consent.tenantId());
    }

    @Override
    public void forget(Access refused) {
        store.change(consent -> consent.token().accessToken().equals(refused.token())
                ? consent.with(consent.token().expired())
                : consent);
    }

    @Override
    public Optional<ExportFailure> forbidden(Access access) {
        return store.find()
                .filter(consent -> consent.token().accessToken().equals(access.token()))
                .filter(consent -> isMissing(consent).orElse(false))
                .flatMap(missing -> store.change(consent -> consent.with(Problem.DISCONNECTED, missing)))
                .filter(StoredConsent::isDisconnected)
                .map(ConsentTokens::disconnected);
    }

    /** Notices that an organisation that was disconnected is connected again. */
    void checkAgain() {
        if (store.find().filter(StoredConsent::isDisconnected).isPresent()) {
            required(refreshed(this::isToBeRefreshed));
            store.find()
                    .filter(consent -> !isMissing(consent).orElse(true))
                    .ifPresent(found -> store.change(consent -> consent.with(null, found)));
        }
    }

    /** Whether Xero does not list the organisation any more; empty where it does not answer. */
    private Optional<Boolean> isMissing(StoredConsent consent) {
        try {
            return Optional.of(
                    api.tenants(consent.token()).stream().map(Tenant::tenantId).noneMatch(consent.tenantId()::equals));
        } catch (RuntimeException unanswered) {
            return Optional.empty();
        }
    }

    /** What is wrong with the consent, as every call would be told; empty where nothing is known. */
    Optional<ExportFailure> problem() {
        return store.find().flatMap(ConsentTokens::problem);
    }

    private static Optional<ExportFailure> problem(StoredConsent consent) {
        if (consent.token().broken()) {
            return Optional.of(ended());
        }
        return Optional.ofNullable(consent.problem()).map(problem -> switch (problem) {
            case DISCONNECTED -> disconnected(consent);
            case LOGIN_REFUSED ->
                ExportFailureFactory.notConnected(
                        "Xero does not accept this application's client id and secret.", null);
        });
    }

    private static ExportFailure ended() {
        return ExportFailureFactory.notConnected("Xero no longer accepts the connection.", null);
    }

    private static ExportFailure disconnected(StoredConsent consent) {
        return ExportFailureFactory.notConnected(
                "The organisation %s was disconnected from this application in Xero.".formatted(consent.tenantName()),
                null);
    }

    @Override
    public Optional<String> organisation() {
        return store.find().map(StoredConsent::tenantId);
    }

    @Override
    public String organisationName(String id) {
        return store.find().stream()
                .flatMap(consent -> consent.tenants().stream())
                .filter(tenant -> tenant.tenantId().equals(id))
                .map(Tenant::tenantName)
                .findFirst()
                .orElse(id);
    }

    @Override
    public String remedy() {
        return Remedy.CONNECT;
    }

    /** Refreshes what was not refreshed for that long, on whichever node. */
    void keepAlive(Duration longest) {
        Predicate<StoredToken> due = token -> !token.broken() && !token.refreshedWithin(longest, clock.instant());
        if (store.find().map(StoredConsent::token).filter(due).isPresent()) {
            refreshed(due);
        }
    }

    /** For calls that name no organisation. */
    void refreshIfExpired() {
        refreshed();
    }

    private static StoredConsent required(Optional<StoredConsent> consent) {
        return consent.orElseThrow(() -> ExportFailureFactory.notConnected("Xero is not connected.", null));
    }

    private boolean isToBeRefreshed(StoredToken token) {
        return !token.broken() && !token.validAt(clock.instant());
    }

    // one caller of this node waits for those of the other nodes, and holds a database connection meanwhile
    private synchronized Optional<StoredConsent> refreshed() {
        Optional<StoredConsent> found = store.find();
        return found.map(StoredConsent::token).filter(this::isToBeRefreshed).isPresent()
                ? refreshed(this::isToBeRefreshed)
                : found;
    }

    private Optional<StoredConsent> refreshed(Predicate<StoredToken> due) {
        try {
            return store.change(
                    consent -> due.test(consent.token()) ? consent.with(refreshed(consent.token())) : consent);
        } catch (OAuth2AuthorizationException failure) {
            if (isLoginRefused(failure)) {
                store.change(consent -> due.test(consent.token()) ? consent.with(Problem.LOGIN_REFUSED) : consent);
            }
            throw failure;
        }
    }

    /** Xero answers 400 with a code of OAuth, or 401, of which only the status is left. */
    private static boolean isLoginRefused(OAuth2AuthorizationException failure) {
        return LOGIN_REFUSED.contains(failure.getError().getErrorCode())
                || XeroAnswer.behind(failure)
                        .filter(answer -> answer.status() == 401)
                        .isPresent();
    }

    private StoredToken refreshed(StoredToken old) {
        try {
            return StoredToken.of(
                    endpoint.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                            client,
                            new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, old.accessToken(), null, null),
                            new OAuth2RefreshToken(old.refreshToken(), null))),
                    clock.instant());
        } catch (OAuth2AuthorizationException failure) {
            if (failure.getError().getErrorCode().equals("invalid_grant")) {
                return old.refused();
            }
            throw failure;
        }
    }
}
