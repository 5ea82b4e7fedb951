package io.projectexport;

import io.projectexport.export.ExportRules;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What several packages need to know of the settings. */
@Configuration(proxyBeanMethods = false)
class ApplicationSettings {

    @Bean
    ExportRules exportRules(
            @Value("${four-eyes}") boolean fourEyes,
            @Value("${app.time-zone}") ZoneId timeZone,
            @Value("${xero.look-again-after}") Duration lookAgainAfter) {
        return new ExportRules(fourEyes, timeZone, lookAgainAfter);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
