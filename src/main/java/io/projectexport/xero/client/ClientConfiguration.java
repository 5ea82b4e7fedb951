package io.projectexport.xero.client;

import io.projectexport.export.ratelimit.RateLimits;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the client: settings, limits and tokens that every call to Xero needs, whatever it is for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XeroSettings.class)
public class ClientConfiguration {

    @Bean
    RateLimits xeroPlan(XeroSettings settings) {
        return settings.plan();
    }

    @Bean
    @ConditionalOnProperty(name = "xero.grant-type", havingValue = "client_credentials", matchIfMissing = true)
    AccessTokens customConnection(XeroSettings settings) {
        return new ClientCredentialsTokens(settings.complete(), XeroHttp.tokenClient(settings));
    }
}
