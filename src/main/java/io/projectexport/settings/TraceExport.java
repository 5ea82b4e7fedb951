package io.projectexport.settings;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Whether and where traces go, by OpenTelemetry's own setting; without it nothing of OpenTelemetry starts, so that it costs nothing. */
final class TraceExport implements EnvironmentPostProcessor {

    static final String PROPERTY = "otel.exporter.otlp.endpoint";

    private static final String AUTOCONFIGURATIONS = """
            org.springframework.boot.actuate.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration,\
            org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration,\
            org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration,\
            org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingAutoConfiguration""";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String endpoint = environment.getProperty(PROPERTY, "").strip();
        environment.getPropertySources().addLast(new MapPropertySource("trace-export", settings(endpoint)));
    }

    private static Map<String, Object> settings(String endpoint) {
        return endpoint.isEmpty()
                // without the second, each line of the log would have a blank column for the ids of traces
                ? Map.of("spring.autoconfigure.exclude", AUTOCONFIGURATIONS, "management.tracing.enabled", false)
                : Map.of(
                        "management.otlp.tracing.endpoint",
                        StringUtils.trimTrailingCharacter(endpoint, '/') + "/v1/traces");
    }
}
