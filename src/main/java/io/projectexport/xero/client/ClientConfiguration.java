package io.projectexport.xero.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.projectexport.export.ratelimit.RateLimits;
import org.springframework.beans.factory.ObjectProvider;
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
    CallMeters callMeters(ObjectProvider<MeterRegistry> registry, ObjectProvider<Tracer> tracer) {
        return new CallMeters(
                registry.getIfAvailable(SimpleMeterRegistry::new), tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Bean
    @ConditionalOnProperty(name = "xero.grant-type", havingValue = "client_credentials", matchIfMissing = true)
    AccessTokens customConnection(XeroSettings settings) {
        return new ClientCredentialsTokens(settings.complete(), XeroHttp.tokenClient(settings));
    }
}
