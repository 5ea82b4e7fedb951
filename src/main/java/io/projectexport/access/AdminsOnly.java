package io.projectexport.access;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets administrators of this moment pass, whatever they were when they logged in. */
@Component
class AdminsOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private final Identities identities;

    AdminsOnly(Identities identities) {
        this.identities = identities;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext request) {
        Authentication person = login.get();
        return new AuthorizationDecision(
                Logins.isPerson(person) && identities.groupsOf(person.getName()).contains(UserGroup.ADMINS.id()));
    }
}
