package io.projectexport.access.security;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.access.login.LoginState;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** The same for those who may look, who are process owners, too. */
    AuthorizationManager<RequestAuthorizationContext> orWatchers() {
        return (login, request) ->
                new AuthorizationDecision(isIn(login.get(), UserGroup.ADMINS, UserGroup.PROCESS_OWNERS));
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext request) {
        return new AuthorizationDecision(isIn(login.get(), UserGroup.ADMINS));
    }

    private boolean isIn(Authentication person, UserGroup... groups) {
        if (!LoginState.isPerson(person)) {
            return false;
        }
        Set<String> own = identities.groupsOf(person.getName());
        return Stream.of(groups).map(UserGroup::id).anyMatch(own::contains);
    }
}
