package io.projectexport.settings;

import io.projectexport.export.approval.AcceptanceByRule;
import io.projectexport.export.exactlyonce.JobLookup;
import io.projectexport.export.permission.FourEyes;
import io.projectexport.export.reasons.ConfiguredReasons;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What several packages need to know of the settings. */
@Configuration(proxyBeanMethods = false)
class ApplicationSettings {

    /** The time, and as its zone the one in which people of this installation read times and dates. */
    @Bean
    Clock clock(@Value("${app.time-zone}") ZoneId zone) {
        return Clock.system(zone);
    }

    @Bean
    FourEyes fourEyes(@Value("${four-eyes}") boolean required) {
        return new FourEyes(required);
    }

    @Bean
    AcceptanceByRule acceptanceByRule(@Value("${accept-by-rule}") boolean allowed) {
        return new AcceptanceByRule(allowed);
    }

    @Bean
    ConfiguredReasons configuredReasons(@Value("${rejection-reasons:}") String reasons) {
        return ConfiguredReasons.of(reasons);
    }

    @Bean
    JobLookup.Settings lookupSettings(@Value("${xero.look-again-after}") Duration lookAgainAfter) {
        return new JobLookup.Settings(lookAgainAfter);
    }
}
