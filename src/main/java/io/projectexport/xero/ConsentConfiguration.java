package io.projectexport.xero;

import io.projectexport.export.ConnectionAlarm;
import io.projectexport.export.People;
import io.projectexport.export.StoredConnections;
import io.projectexport.export.XeroConnection;
import java.time.Clock;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.StringUtils;

/** Puts together what a connection by an administrator's consent needs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "xero.grant-type", havingValue = "authorization_code")
class ConsentConfiguration {

    static final String ANSWERED_AT = "/xero/connect/callback";

    @Bean
    Consents consents(
            StoredConnections connections, @Value("${app.encryption-key}") String key, XeroSettings settings) {
        return new Consents(connections, new TokenCipher(Base64.getDecoder().decode(key)), settings);
    }

    @Bean
    StoredTokens storedTokens(XeroSettings settings, Consents consents, Clock clock) {
        return new StoredTokens(settings.complete(), consents, XeroHttp.tokenClient(settings), clock);
    }

    @Bean
    ConnectionWatch connectionWatch(
            StoredTokens tokens,
            Consents consents,
            People people,
            ConnectionAlarm alarm,
            ApplicationEventPublisher events) {
        return new ConnectionWatch(tokens, consents, people, alarm, events);
    }

    @Bean
    XeroHealthIndicator xeroHealthIndicator(XeroConnection connection) {
        return new XeroHealthIndicator(connection);
    }

    @Bean
    XeroConnection xeroConnection(
            XeroSettings settings, Consents consents, @Value("${app.base-url}") String baseUrl, Clock clock) {
        String redirectUri = StringUtils.trimTrailingCharacter(baseUrl.strip(), '/') + ANSWERED_AT;
        return new ConsentedConnection(
                settings,
                consents,
                new CodeGrant(settings, redirectUri, XeroHttp.tokenClient(settings), clock),
                new ConsentCalls(XeroHttp.client(settings).build(), settings),
                new XeroErrors(clock),
                clock);
    }
}
