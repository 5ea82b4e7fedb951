package io.projectexport.access.security;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import java.security.Principal;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.stereotype.Component;

/** Shows administrators the details of health; everybody else reads whether it is up. */
@Component
class HealthDetails implements HealthEndpointGroupsPostProcessor {

    private final EngineIdentities identities;

    HealthDetails(EngineIdentities identities) {
        this.identities = identities;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        Map<String, HealthEndpointGroup> others =
                groups.getNames().stream().collect(Collectors.toMap(name -> name, groups::get));
        return HealthEndpointGroups.of(new ForAdministrators(groups.getPrimary(), identities), others);
    }

    private record ForAdministrators(HealthEndpointGroup group, EngineIdentities identities)
            implements HealthEndpointGroup {

        @Override
        public boolean isMember(String name) {
            return group.isMember(name);
        }

        @Override
        public boolean showComponents(SecurityContext person) {
            return showDetails(person);
        }

        @Override
        public boolean showDetails(SecurityContext person) {
            Principal login = person.getPrincipal();
            return login != null && identities.groupsOf(login.getName()).contains(UserGroup.ADMINS.id());
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return group.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return group.getHttpCodeStatusMapper();
        }

        @Override
        public AdditionalHealthEndpointPath getAdditionalPath() {
            return group.getAdditionalPath();
        }
    }
}
