package io.projectexport.access.login;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.projectexport.access.password.LoginThrottled;
import io.projectexport.export.monitoring.Metric;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Counters of refused logins, at all doors, by reason. */
@Component
class LoginMeters {

    private static final String WRONG_PASSWORD = "wrong_password";
    private static final String THROTTLED = "throttled";
    private static final String SINGLE_SIGN_ON = "single_sign_on";

    private final MeterRegistry registry;

    LoginMeters(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry.getIfAvailable(SimpleMeterRegistry::new);
        // from the start on, so that the first of a kind is seen as an increase
        Stream.of(WRONG_PASSWORD, THROTTLED, SINGLE_SIGN_ON).forEach(this::counter);
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        counter(reason(event.getException())).increment();
    }

    private static String reason(AuthenticationException refusal) {
        if (refusal instanceof LoginThrottled) {
            return THROTTLED;
        }
        return refusal instanceof BadCredentialsException ? WRONG_PASSWORD : SINGLE_SIGN_ON;
    }

    private Counter counter(String reason) {
        Metric metric = Metric.LOGINS_REFUSED;
        return Counter.builder(metric.id())
                .description(metric.help())
                .tag("reason", reason)
                .register(registry);
    }
}
