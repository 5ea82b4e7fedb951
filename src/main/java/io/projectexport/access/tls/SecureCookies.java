package io.projectexport.access.tls;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps cookies from travelling without TLS where people come by https, which the container cannot see behind a proxy that ends TLS. An
 * installation that sets one of these itself has its way.
 */
final class SecureCookies implements EnvironmentPostProcessor {

    private static final Map<String, Object> SECURE = Map.of(
            "server.servlet.session.cookie.secure", true,
            "camunda.bpm.webapp.session-cookie.enable-secure-cookie", true,
            "camunda.bpm.webapp.csrf.enable-secure-cookie", true);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (BaseUrl.isHttps(environment.getProperty(BaseUrl.SETTING, ""))) {
            environment.getPropertySources().addLast(new MapPropertySource("secure-cookies", SECURE));
        }
    }
}
