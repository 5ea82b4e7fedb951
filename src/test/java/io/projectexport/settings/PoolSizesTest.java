package io.projectexport.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PoolSizesTest {

    private static final String THREADS = "camunda.bpm.job-execution.max-pool-size";
    private static final String CORE_THREADS = "camunda.bpm.job-execution.core-pool-size";
    private static final String CONNECTIONS = "spring.datasource.hikari.maximum-pool-size";

    @ParameterizedTest
    @CsvSource({"1, 7, 19", "5, 11, 23", "20, 26, 38", "100, 26, 38", "9999999, 26, 38"})
    void threads_and_connections_follow_from_the_calls_to_xero_and_leave_some_for_mails_and_the_rest(
            String calls, int threads, int connections) {
        StandardEnvironment environment = environment(Map.of("xero.concurrent-calls", calls, "mail.at-a-time", 3));

        assertThat(environment.getProperty(THREADS, Integer.class)).isEqualTo(threads);
        // who waits in the queue would wait for one that hangs
        assertThat(environment.getProperty(CORE_THREADS, Integer.class)).isEqualTo(threads);
        assertThat(environment.getProperty(CONNECTIONS, Integer.class)).isEqualTo(connections);
    }

    @Test
    void an_installation_has_its_own_way() {
        StandardEnvironment environment =
                environment(Map.of("xero.concurrent-calls", 5, "mail.at-a-time", 3, THREADS, 40, CONNECTIONS, 90));

        assertThat(environment.getProperty(THREADS, Integer.class)).isEqualTo(40);
        assertThat(environment.getProperty(CONNECTIONS, Integer.class)).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"many", "0", "''"})
    void a_wrong_number_is_left_to_the_check_of_settings(String calls) {
        assertThat(environment(Map.of("xero.concurrent-calls", calls)).getProperty(THREADS, Integer.class))
                .isPositive();
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        new PoolSizes().postProcessEnvironment(environment, null);
        return environment;
    }
}
