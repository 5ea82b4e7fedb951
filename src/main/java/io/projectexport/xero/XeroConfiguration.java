package io.projectexport.xero;

import io.projectexport.export.Accounting;
import io.projectexport.export.CallPlaces;
import io.projectexport.export.RunningCalls;
import io.projectexport.export.XeroPlan;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Puts together what belongs to one Xero organisation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XeroSettings.class)
class XeroConfiguration {

    @Bean
    XeroPlan xeroPlan(XeroSettings settings) {
        return settings.plan();
    }

    @Bean
    Accounting accounting(
            XeroSettings settings, AccessTokens tokens, CallPlaces places, RunningCalls running, Clock clock) {
        return accounting(settings, tokens, places, running, clock, new SimpleAsyncTaskExecutor("xero-"));
    }

    @Bean
    @ConditionalOnProperty(name = "xero.grant-type", havingValue = "client_credentials", matchIfMissing = true)
    AccessTokens customConnection(XeroSettings settings) {
        return new ClientCredentialsTokens(settings.complete(), tokenClient(settings));
    }

    static XeroAccounting accounting(
            XeroSettings settings,
            AccessTokens tokens,
            CallPlaces places,
            RunningCalls running,
            Clock clock,
            Executor background) {
        XeroApis apis = new XeroApis(settings);
        XeroCalls calls = new XeroCalls(tokens, new XeroErrors(clock), places, running, apis.mapper());
        JobKind jobs = switch (settings.jobType()) {
            case PROJECT -> new ProjectJobs(apis.projects(), calls, new XeroContacts(apis.accounting(), calls), clock);
            case TRACKING_OPTION -> new TrackingOptionJobs(apis.accounting(), calls, settings.trackingCategoryId());
        };
        String urlTemplate = Optional.ofNullable(settings.jobUrlTemplate()).orElseGet(jobs::defaultUrlTemplate);
        XeroOrganisation organisation = new XeroOrganisation(apis.accounting(), calls);
        return new XeroAccounting(jobs, settings.patience(), clock, organisation, urlTemplate, background);
    }

    static RestClient tokenClient(XeroSettings settings) {
        return client(settings)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    static RestClient.Builder client(XeroSettings settings) {
        ClientHttpRequestFactorySettings timeouts = ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(settings.connectTimeout())
                .withReadTimeout(settings.readTimeout());
        return RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                        .build(timeouts));
    }
}
