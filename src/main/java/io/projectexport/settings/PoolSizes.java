package io.projectexport.settings;

import io.projectexport.export.ratelimit.RateLimits;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sizes of the pools, as they follow from how many calls to Xero and how many mails run at a time: each has its threads, and others are
 * left for everything else. An installation that sets one of these itself has its way.
 */
final class PoolSizes implements EnvironmentPostProcessor {

    /** For timers, clean-up and jobs that only find that they have to wait. */
    private static final int OTHER_JOBS = 3;

    /** For pages, programs, and the second connection that an export needs for a moment while it records an attempt. */
    private static final int OTHER_CONNECTIONS = 12;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int threads =
                callsAtATime(environment) + environment.getProperty("mail.at-a-time", Integer.class, 0) + OTHER_JOBS;
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "pool-sizes",
                        Map.of(
                                "camunda.bpm.job-execution.core-pool-size",
                                threads,
                                "camunda.bpm.job-execution.max-pool-size",
                                threads,
                                "spring.datasource.hikari.maximum-pool-size",
                                threads + OTHER_CONNECTIONS)));
    }

    /** What is no number is told by {@link SettingsCheck}. */
    private static int callsAtATime(ConfigurableEnvironment environment) {
        String setting = environment.getProperty("xero.concurrent-calls", "");
        return setting.matches("[1-9][0-9]{0,6}") ? RateLimits.callsOfNode(Integer.parseInt(setting)) : 1;
    }
}
