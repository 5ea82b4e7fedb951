package io.projectexport.settings;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Format of the log, by the setting {@code LOG_FORMAT}. Spring Boot's own setting would do, but a mistake in it ends the start with a stack
 * trace, because logging starts before settings are checked; here it leaves text, in which {@link SettingsCheck} then tells of it.
 */
final class LogFormat implements EnvironmentPostProcessor {

    static final String PROPERTY = "log-format";
    static final String TEXT = "text";
    static final String ECS = "ecs";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (ECS.equals(environment.getProperty(PROPERTY))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("log-format", Map.of("logging.structured.format.console", ECS)));
        }
    }
}
