package io.projectexport.access;

import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;

/** Tells people who logged in from anonymous visitors, which Spring Security counts as authenticated too. */
final class Logins {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private Logins() {}

    static boolean isPerson(Authentication login) {
        return TRUST.isAuthenticated(login);
    }
}
