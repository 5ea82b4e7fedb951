package io.projectexport.access.setup;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import io.projectexport.access.group.UserGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** The one place that says what each group may do inside the engine, besides the tasks that it is a candidate for. */
final class Grants {

    private static final String PROJECT_EXPORT = "project-export";
    private static final String DAILY_SUMMARY = "daily-summary";

    private static final Set<Permission> TASK_PERMISSIONS =
            Set.of(READ_TASK, READ_TASK_VARIABLE, UPDATE_TASK, UPDATE_TASK_VARIABLE, TASK_WORK, TASK_ASSIGN);

    private Grants() {}

    static List<Grant> all() {
        return Stream.of(submitters(), approvers(), processOwners(), admins())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> submitters() {
        return List.of(
                Grant.of(UserGroup.PORTFOLIO, APPLICATION, "tasklist", ACCESS),
                Grant.of(UserGroup.PORTFOLIO, PROCESS_DEFINITION, PROJECT_EXPORT, READ, CREATE_INSTANCE),
                Grant.of(UserGroup.PORTFOLIO, PROCESS_INSTANCE, ANY, Permissions.CREATE));
    }

    private static List<Grant> approvers() {
        return List.of(
                Grant.of(UserGroup.ACCOUNTING_APPROVERS, APPLICATION, "tasklist", ACCESS),
                Grant.of(UserGroup.ACCOUNTING_APPROVERS, PROCESS_DEFINITION, PROJECT_EXPORT, READ));
    }

    private static List<Grant> processOwners() {
        UserGroup owners = UserGroup.PROCESS_OWNERS;
        return List.of(
                Grant.of(owners, APPLICATION, "cockpit", ACCESS),
                Grant.of(owners, PROCESS_DEFINITION, PROJECT_EXPORT, READ, READ_INSTANCE, READ_HISTORY, RETRY_JOB),
                Grant.of(owners, PROCESS_DEFINITION, DAILY_SUMMARY, READ, READ_INSTANCE, READ_HISTORY, RETRY_JOB),
                Grant.of(owners, DEPLOYMENT, ANY, Permissions.READ),
                Grant.of(owners, DECISION_DEFINITION, ANY, Permissions.READ),
                Grant.of(owners, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    }

    // admins run the installation, but neither see nor do the work of approvers
    private static List<Grant> admins() {
        Set<Resources> resources = EnumSet.allOf(Resources.class);
        resources.removeAll(Set.of(TASK, HISTORIC_TASK));
        return resources.stream()
                .map(resource -> new Grant(
                        UserGroup.ADMINS,
                        resource,
                        ANY,
                        Set.of(ALL),
                        resource == PROCESS_DEFINITION ? TASK_PERMISSIONS : Set.of()))
                .toList();
    }
}
