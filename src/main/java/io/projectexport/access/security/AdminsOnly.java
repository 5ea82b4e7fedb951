package io.projectexport.access.security;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.access.login.LoginState;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets administrators of this moment pass, whatever they were when they logged in. */
@Component
class AdminsOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private final EngineIdentities identities;

    AdminsOnly(EngineIdentities identities) {
        this.identities = identities;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext request) {
        Authentication person = login.get();
        return new AuthorizationDecision(LoginState.isPerson(person)
                && identities.groupsOf(person.getName()).contains(UserGroup.ADMINS.id()));
    }
}
