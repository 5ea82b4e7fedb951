package io.projectexport.xero.connection;

import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.StoredConnections;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.xero.client.XeroHttp;
import io.projectexport.xero.client.XeroSettings;
import io.projectexport.xero.failure.XeroErrors;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Puts together what a connection by an administrator's consent needs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "xero.grant-type", havingValue = "authorization_code")
class ConsentConfiguration {

    static final String ANSWERED_AT = "/xero/connect/callback";

    @Bean
    ConsentStore consents(
            StoredConnections connections, @Value("${app.encryption-key}") String key, XeroSettings settings) {
        return new ConsentStore(connections, TokenCipher.of(key), settings);
    }

    @Bean
    ConsentTokens storedTokens(XeroSettings settings, ConsentStore store, StoredConnections connections) {
        return new ConsentTokens(
                settings.complete(),
                store,
                XeroHttp.tokenClient(settings),
                new ConsentApi(XeroHttp.client(settings).build(), settings),
                connections::now);
    }

    @Bean
    ConsentUpkeep consentUpkeep(ConsentTokens tokens, ConnectionBreaks breaks, ApplicationEventPublisher events) {
        return new ConsentUpkeep(tokens, breaks, events);
    }

    @Bean
    XeroConnection xeroConnection(
            XeroSettings settings,
            ConsentStore store,
            StoredConnections connections,
            ConsentTokens tokens,
            ConnectionBreaks breaks,
            @Value("${app.base-url}") String baseUrl,
            Clock clock,
            WriteAudit audit) {
        String redirectUri = StringUtils.trimTrailingCharacter(baseUrl.strip(), '/') + ANSWERED_AT;
        return new ConsentedConnection(
                settings,
                store,
                new AuthorizationCodeGrant(settings, redirectUri, XeroHttp.tokenClient(settings), connections::now),
                tokens,
                new ConsentApi(XeroHttp.client(settings).build(), settings),
                breaks,
                new XeroErrors(clock),
                clock,
                audit);
    }
}
