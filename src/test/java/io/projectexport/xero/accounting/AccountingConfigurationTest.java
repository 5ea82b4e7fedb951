package io.projectexport.xero.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.FakeCallPermits;
import io.projectexport.export.FakeCallQueue;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.ClientConfiguration;
import io.projectexport.xero.client.XeroSettings;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AccountingConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(ClientConfiguration.class, AccountingConfiguration.class)
            .withBean(CallQueue.class, FakeCallQueue::new)
            .withBean(CallPermits.class, FakeCallPermits::new)
            .withBean(ConnectionBreaks.class, () -> new InMemoryConnectionBreaks(Clock.systemUTC()))
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void two_settings_are_enough() {
        application
                .withPropertyValues("xero.client-id=the-client", "xero.client-secret=the-secret")
                .run(context -> {
                    XeroSettings settings = context.getBean(XeroSettings.class);
                    assertThat(settings.apiUrl()).isEqualTo("https://api.xero.com");
                    assertThat(settings.tokenUrl()).isEqualTo("https://identity.xero.com/connect/token");
                    assertThat(settings.tenantId()).isNull();
                    assertThat(settings.connectTimeout()).hasSeconds(5);
                    assertThat(settings.readTimeout()).hasSeconds(30);
                    assertThat(context.getBean(Accounting.class).hasContacts()).isTrue();
                });
    }

    @Test
    void calls_are_counted_for_the_organisation_or_for_the_custom_connection_to_it() {
        ApplicationContextRunner custom =
                application.withPropertyValues("xero.client-id=the-client", "xero.client-secret=the-secret");

        custom.run(context -> assertThat(context.getBean(RateLimits.class))
                .isEqualTo(new RateLimits("the-client", 60, 5, Duration.ofSeconds(70))));
        custom.withPropertyValues("xero.tenant-id=tenant-7", "xero.calls-per-minute=30", "xero.concurrent-calls=2")
                .run(context -> assertThat(context.getBean(RateLimits.class))
                        .isEqualTo(new RateLimits("tenant-7", 30, 2, Duration.ofSeconds(70))));
    }

    @Test
    void a_tracking_option_needs_its_category() {
        application
                .withPropertyValues(
                        "xero.client-id=the-client",
                        "xero.client-secret=the-secret",
                        "xero.job-type=tracking-option",
                        "xero.tracking-category-id=" + ScriptedXero.CATEGORY)
                .run(context -> assertThat(context.getBean(Accounting.class).hasContacts())
                        .isFalse());
    }

    @Test
    void every_missing_setting_is_named_at_once() {
        application
                .withPropertyValues("xero.client-id=", "xero.job-type=tracking-option", "xero.tracking-category-id=")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll(
                                "XERO_CLIENT_ID is missing",
                                "XERO_CLIENT_SECRET is missing",
                                "XERO_TRACKING_CATEGORY_ID is missing"));
    }

    @Test
    void settings_that_are_empty_are_as_good_as_none() {
        application
                .withPropertyValues(
                        "xero.client-id=the-client",
                        "xero.client-secret=the-secret",
                        "xero.tenant-id=",
                        "xero.job-url-template= ")
                .run(context -> {
                    assertThat(context.getBean(XeroSettings.class).tenantId()).isNull();
                    assertThat(context.getBean(XeroSettings.class).jobUrlTemplate())
                            .isNull();
                });
    }

    @Test
    void the_secret_is_not_part_of_the_settings_text() {
        application
                .withPropertyValues("xero.client-id=the-client", "xero.client-secret=the-secret")
                .run(
                        context -> assertThat(context.getBean(XeroSettings.class))
                                .hasToString(
                                        "XeroSettings[apiUrl=https://api.xero.com, clientId=the-client, tenantId=null, jobType=PROJECT]"));
    }
}
