package io.projectexport.access.setup;

import io.projectexport.access.group.UserGroup;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What a group may do with a resource of the engine.
 *
 * @param except permissions left out where {@code permissions} are all
 */
record Grant(
        UserGroup group, Resource resource, String resourceId, Set<Permission> permissions, Set<Permission> except) {

    static Grant of(UserGroup group, Resource resource, String resourceId, Permission... permissions) {
        return new Grant(group, resource, resourceId, Set.of(permissions), Set.of());
    }

    boolean isMissing(AuthorizationService authorizations) {
        return authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(group.id())
                        .resourceType(resource)
                        .resourceId(resourceId)
                        .count()
                == 0;
    }

    void save(AuthorizationService authorizations) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group.id());
        authorization.setResource(resource);
        authorization.setResourceId(resourceId);
        permissions.forEach(authorization::addPermission);
        except.forEach(authorization::removePermission);
        authorizations.saveAuthorization(authorization);
    }
}
