package io.projectexport.access.login;

import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;

/** Tells people who logged in from anonymous visitors, which Spring Security counts as authenticated too. */
public final class LoginState {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private LoginState() {}

    public static boolean isPerson(Authentication login) {
        return TRUST.isAuthenticated(login);
    }
}
