package io.projectexport.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.projectexport.access.password.LoginThrottled;
import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.CurrentActor;
import io.projectexport.export.audit.WriteAudit;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Notes who logs in, by Spring Security's events, which each login publishes: a session when it begins; a program, which sends its password
 * with each call, once an hour for each user and address; and what was refused.
 */
@Component
class SignInListener {

    /** A proxy to this node, or a program that comes from many addresses, fills no more than this. */
    private static final int PROGRAMS = 10_000;

    private static final Duration ONCE_IN = Duration.ofHours(1);

    private final WriteAudit audit;
    private final RefusedSignIns refused;
    private final CurrentActor actor;
    private final Cache<Actor, Boolean> programs = Caffeine.newBuilder()
            .maximumSize(PROGRAMS)
            .expireAfterWrite(ONCE_IN)
            .build();

    SignInListener(WriteAudit audit, RefusedSignIns refused, CurrentActor actor) {
        this.audit = audit;
        this.refused = refused;
        this.actor = actor;
    }

    /** Publishes every refusal, those of our own kinds too, which Spring Security would keep to itself. */
    @Bean
    static AuthenticationEventPublisher authenticationEventPublisher(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(Map.of(LoginThrottled.class, AuthenticationFailureLockedEvent.class));
        publisher.setDefaultAuthenticationFailureEvent(AuthenticationFailureBadCredentialsEvent.class);
        return publisher;
    }

    @EventListener
    void sessionBegins(InteractiveAuthenticationSuccessEvent event) {
        Authentication login = event.getAuthentication();
        audit.writeAs(login.getName(), signIn(isByPassword(login) ? "by password" : "by single sign-on"));
    }

    @EventListener
    void programCalls(AuthenticationSuccessEvent event) {
        if (!BasicLogin.isNow()) {
            return;
        }
        Actor program =
                new Actor(event.getAuthentication().getName(), actor.get().address());
        if (programs.asMap().putIfAbsent(program, true) == null) {
            try {
                audit.writeAs(program.userId(), signIn("by HTTP Basic; further calls within an hour are not noted"));
            } catch (RuntimeException failure) {
                programs.invalidate(program);
                throw failure;
            }
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        Authentication login = event.getAuthentication();
        refused.add(new Actor(String.valueOf(login.getName()), actor.get().address()), why(event));
    }

    private static String why(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureLockedEvent) {
            return "Not even looked at, after too many wrong passwords";
        }
        return isByPassword(event.getAuthentication()) ? "Wrong name or password" : "Refused by single sign-on";
    }

    private static boolean isByPassword(Authentication login) {
        return login instanceof UsernamePasswordAuthenticationToken;
    }

    private static AuditedChange signIn(String how) {
        return AuditedChange.of(AuditKind.SIGN_IN, "Signed in", null).to(how);
    }
}
