package io.projectexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** For how long the jobs of a node that was killed stay its own. */
class JobLockTest {

    private static final Duration LOCK = millis("camunda.bpm.job-execution.lock-time-in-millis");

    @Test
    void the_exports_of_a_killed_node_go_on_within_a_minute() {
        assertThat(LOCK.plus(millis("camunda.bpm.job-execution.max-wait"))).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_node_that_stands_still_for_a_moment_keeps_its_jobs() {
        // a full collection, a restart of the database; renewed each quarter of the time
        assertThat(LOCK.multipliedBy(3).dividedBy(4)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    private static Duration millis(String property) {
        return Duration.ofMillis(Long.parseLong(String.valueOf(settings().getProperty(property))));
    }

    private static PropertySource<?> settings() {
        try {
            return new YamlPropertySourceLoader()
                    .load("settings", new ClassPathResource("application.yaml"))
                    .get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
