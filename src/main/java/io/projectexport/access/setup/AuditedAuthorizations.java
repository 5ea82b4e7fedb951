package io.projectexport.access.setup;

import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;

/**
 * The engine's authorization service, each change by which is noted in its transaction; what the engine grants by itself, as to the
 * candidates of a task, does not come through here.
 */
final class AuditedAuthorizations extends AuthorizationServiceImpl {

    private final WriteAudit audit;

    AuditedAuthorizations(WriteAudit audit) {
        this.audit = audit;
    }

    @Override
    public Authorization saveAuthorization(Authorization authorization) {
        return commandExecutor.execute(context -> {
            String before = describe(stored(authorization.getId()));
            Authorization saved = super.saveAuthorization(authorization);
            String after = describe(saved);
            if (before == null) {
                audit.write(change("Permission granted", saved).to(after));
            } else if (!before.equals(after)) {
                audit.write(change("Permission changed", saved).from(before).to(after));
            }
            return saved;
        });
    }

    @Override
    public void deleteAuthorization(String authorizationId) {
        commandExecutor.execute(context -> {
            Authorization before = stored(authorizationId);
            super.deleteAuthorization(authorizationId);
            audit.write(change("Permission removed", before).from(describe(before)));
            return null;
        });
    }

    private static Authorization stored(String id) {
        return id == null
                ? null
                : Context.getCommandContext().getDbSqlSession().selectById(AuthorizationEntity.class, id);
    }

    private static AuditedChange change(String what, Authorization authorization) {
        return AuditedChange.of(AuditKind.PERMISSION, what, grantee(authorization));
    }

    private static String grantee(Authorization authorization) {
        if (authorization.getGroupId() != null) {
            return "group " + authorization.getGroupId();
        }
        return Authorization.ANY.equals(authorization.getUserId()) ? "everybody" : authorization.getUserId();
    }

    /** For example "Grant on Process Definition project-export: READ, CREATE_INSTANCE". */
    private static String describe(Authorization authorization) {
        if (authorization == null) {
            return null;
        }
        int type = authorization.getResourceType();
        return "%s on %s %s: %s"
                .formatted(
                        kind(authorization),
                        resource(type),
                        Authorization.ANY.equals(authorization.getResourceId())
                                ? "(any)"
                                : authorization.getResourceId(),
                        permissions(authorization, ResourceTypeUtil.getPermissionsByResourceType(type)));
    }

    /** Programs may name types that nothing asks for. */
    private static String resource(int type) {
        Resource known = ResourceTypeUtil.getResourceByType(type);
        return known == null ? "type " + type : known.resourceName();
    }

    private static String kind(Authorization authorization) {
        return switch (authorization.getAuthorizationType()) {
            case Authorization.AUTH_TYPE_GLOBAL -> "Global";
            case Authorization.AUTH_TYPE_REVOKE -> "Revoke";
            default -> "Grant";
        };
    }

    private static String permissions(Authorization authorization, Permission[] all) {
        List<String> names = Arrays.stream(authorization.getPermissions(all))
                .map(Permission::getName)
                .filter(name -> !name.equals(Permissions.NONE.getName()))
                .toList();
        if (names.isEmpty()) {
            return Permissions.NONE.getName();
        }
        return names.contains(Permissions.ALL.getName()) ? Permissions.ALL.getName() : String.join(", ", names);
    }
}
