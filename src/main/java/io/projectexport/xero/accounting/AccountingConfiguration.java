package io.projectexport.xero.accounting;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.xero.client.AccessTokens;
import io.projectexport.xero.client.CallMeters;
import io.projectexport.xero.client.XeroApis;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.client.XeroSettings;
import io.projectexport.xero.failure.XeroErrors;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Spring configuration of the accounting system: the parts that keep jobs in one Xero organisation. */
@Configuration(proxyBeanMethods = false)
public class AccountingConfiguration {

    @Bean
    public Accounting accounting(
            XeroSettings settings,
            AccessTokens tokens,
            CallQueue queue,
            CallPermits permits,
            ConnectionBreaks breaks,
            Clock clock,
            CallMeters meters) {
        return accounting(
                settings, tokens, queue, permits, breaks, clock, new SimpleAsyncTaskExecutor("xero-"), meters);
    }

    public static XeroAccounting accounting(
            XeroSettings settings,
            AccessTokens tokens,
            CallQueue queue,
            CallPermits permits,
            ConnectionBreaks breaks,
            Clock clock,
            Executor background) {
        return accounting(settings, tokens, queue, permits, breaks, clock, background, CallMeters.none());
    }

    private static XeroAccounting accounting(
            XeroSettings settings,
            AccessTokens tokens,
            CallQueue queue,
            CallPermits permits,
            ConnectionBreaks breaks,
            Clock clock,
            Executor background,
            CallMeters meters) {
        XeroApis apis = new XeroApis(settings);
        XeroCalls calls =
                new XeroCalls(tokens, new XeroErrors(clock), queue, permits, breaks, apis.mapper(), clock, meters);
        XeroOrganisation organisation = new XeroOrganisation(apis.accounting(), calls);
        JobKind jobs = switch (settings.jobType()) {
            case PROJECT ->
                new ProjectJobs(
                        apis.projects(), calls, new XeroContacts(apis.accounting(), calls), organisation, clock);
            case TRACKING_OPTION -> new TrackingOptionJobs(apis.accounting(), calls, settings.trackingCategoryId());
        };
        String urlTemplate = Optional.ofNullable(settings.jobUrlTemplate()).orElseGet(jobs::defaultUrlTemplate);
        return new XeroAccounting(jobs, settings.callTimeout(), clock, organisation, urlTemplate, background);
    }
}
