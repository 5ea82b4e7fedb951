package io.projectexport.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

class ObservedSettingsTest {

    @Test
    void without_an_endpoint_nothing_of_opentelemetry_is_configured() {
        StandardEnvironment environment = processed(new TraceExport(), Map.of());

        assertThat(environment.getProperty("management.tracing.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("spring.autoconfigure.exclude").split(","))
                .hasSize(4)
                .allMatch(name -> ClassUtils.isPresent(name, null));
    }

    @Test
    void traces_go_to_the_path_for_them_below_the_endpoint() {
        Stream.of("http://collector:4318", "http://collector:4318/", " http://collector:4318 ")
                .forEach(endpoint -> assertThat(processed(new TraceExport(), Map.of(TraceExport.PROPERTY, endpoint))
                                .getProperty("management.otlp.tracing.endpoint"))
                        .isEqualTo("http://collector:4318/v1/traces"));
    }

    @Test
    void the_log_is_text_unless_it_is_to_be_json_whatever_else_is_set() {
        Stream.of("text", "json", "ECS", "")
                .forEach(format -> assertThat(format(format)).isNull());
        assertThat(format("ecs")).isEqualTo("ecs");
    }

    private static String format(String setting) {
        return processed(new LogFormat(), Map.of(LogFormat.PROPERTY, setting))
                .getProperty("logging.structured.format.console");
    }

    private static StandardEnvironment processed(EnvironmentPostProcessor settings, Map<String, Object> given) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", given));
        settings.postProcessEnvironment(environment, null);
        return environment;
    }
}
