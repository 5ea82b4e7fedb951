package io.projectexport.access.login;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Authentication provider that checks passwords with the engine, which slows down and finally locks out who guesses them, through all
 * interfaces together.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identityService;

    EngineAuthenticationProvider(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String userId = login.getName();
        if (login.getCredentials() == null
                || !isPassword(userId, login.getCredentials().toString())) {
            throw new BadCredentialsException("Wrong user name or password.");
        }
        // no authorities: groups are looked up where they matter, so that losing one counts at once
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    // requests at the same moment get in each other's way while the engine writes down failed logins
    private boolean isPassword(String userId, String password) {
        try {
            return identityService.checkPassword(userId, password);
        } catch (OptimisticLockingException otherRequest) {
            return identityService.checkPassword(userId, password);
        }
    }
}
