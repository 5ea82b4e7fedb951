package io.projectexport.access.setup;

import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.CAN_PUSH_TO_ACCOUNTING;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static io.projectexport.access.group.UserGroup.PROCESS_OWNERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.access.TestEngine;
import io.projectexport.access.group.UserGroup;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people of each group can do inside the engine. */
class GrantsTest {

    private static final Set<ProcessDefinitionPermissions> TASK_PERMISSIONS = Set.of(
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_TASK_VARIABLE,
            ProcessDefinitionPermissions.UPDATE_TASK,
            ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE,
            ProcessDefinitionPermissions.TASK_WORK,
            ProcessDefinitionPermissions.TASK_ASSIGN);

    private static final TestEngine engine = new TestEngine();

    private final AuthorizationService authorizations = engine.engine().getAuthorizationService();

    @BeforeAll
    static void deploy() {
        deploy("project-export");
        deploy("daily-summary");
        deploy("another-process");
    }

    @AfterEach
    void removeInstancesAndUsers() {
        engine.logOut();
        RuntimeService runtime = engine.engine().getRuntimeService();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        engine.removeUsersAndTasks();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void submitters_start_project_exports_in_tasklist_and_nothing_else() {
        logIn(PORTFOLIO);

        assertThat(applications()).containsExactly("tasklist");
        assertThat(visibleDefinitions()).containsExactly("project-export");
        assertThat(start("project-export")).isNotNull();
        assertThat(visibleInstances()).isZero();
        assertThatThrownBy(() -> start("another-process")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void approvers_work_in_tasklist_but_start_and_change_nothing() {
        start("project-export");
        logIn(CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD);

        assertThat(applications()).containsExactly("tasklist");
        assertThat(visibleDefinitions()).containsExactly("project-export");
        assertThat(visibleInstances()).isZero();
        assertThatThrownBy(() -> start("project-export")).isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERP_STANDARD", "ERP_ADMIN", "CAN_PUSH_TO_ACCOUNTING"})
    void one_half_of_an_approver_may_do_nothing_in_the_engine(UserGroup half) {
        start("project-export");
        logIn(half);

        assertThat(applications()).isEmpty();
        assertThat(visibleDefinitions()).isEmpty();
        assertThat(visibleInstances()).isZero();
        assertThat(visibleTasks()).isZero();
    }

    @Test
    void process_owners_watch_both_processes_in_cockpit_but_no_tasks() {
        start("project-export");
        start("daily-summary");
        start("another-process");
        logIn(PROCESS_OWNERS);

        assertThat(applications()).containsExactly("cockpit");
        assertThat(visibleDefinitions()).containsExactlyInAnyOrder("project-export", "daily-summary");
        assertThat(visibleInstances()).isEqualTo(2);
        assertThat(visibleTasks()).isZero();
        assertThat(engine.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .count())
                .isEqualTo(3);
        assertThatThrownBy(() -> start("project-export")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void admins_see_everything_but_tasks() {
        start("project-export");
        start("another-process");
        logIn(ADMINS);

        assertThat(applications()).containsExactlyInAnyOrder("tasklist", "cockpit", "admin");
        assertThat(visibleDefinitions()).hasSize(3);
        assertThat(visibleInstances()).isEqualTo(2);
        assertThat(visibleTasks()).isZero();
        assertThat(engine.identityService().createUserQuery().count()).isOne();
        assertThat(start("daily-summary")).isNotNull();
    }

    @Test
    void admins_cannot_work_on_a_task_whose_id_they_know() {
        start("project-export");
        TaskService tasks = engine.engine().getTaskService();
        String task = tasks.createTaskQuery().singleResult().getId();
        logIn(ADMINS);

        assertThatThrownBy(() -> tasks.claim(task, "someone")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task, "someone")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.addCandidateUser(task, "someone")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.getVariables(task)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void admins_may_do_everything_with_definitions_except_with_their_tasks() {
        for (ProcessDefinitionPermissions permission : ProcessDefinitionPermissions.values()) {
            if (permission != ProcessDefinitionPermissions.NONE && permission != ProcessDefinitionPermissions.ALL) {
                assertThat(mayAdmin(permission, Resources.PROCESS_DEFINITION))
                        .as("%s", permission)
                        .isEqualTo(!TASK_PERMISSIONS.contains(permission));
            }
        }
        assertThat(mayAdmin(TaskPermissions.READ, Resources.TASK)).isFalse();
        assertThat(mayAdmin(Permissions.ALL, Resources.AUTHORIZATION)).isTrue();
        assertThat(mayAdmin(Permissions.CREATE, Resources.DEPLOYMENT)).isTrue();
    }

    private static void deploy(String key) {
        engine.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .startEvent()
                                .userTask("task")
                                .endEvent()
                                .done())
                .deploy();
    }

    private void logIn(UserGroup... groups) {
        engine.user("someone", groups);
        engine.logIn("someone");
    }

    private String start(String key) {
        return engine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(key)
                .getId();
    }

    private List<String> applications() {
        List<String> groups =
                engine.identityService().getCurrentAuthentication().getGroupIds();
        return List.of("tasklist", "cockpit", "admin").stream()
                .filter(application -> authorizations.isUserAuthorized(
                        "someone", groups, Permissions.ACCESS, Resources.APPLICATION, application))
                .toList();
    }

    private List<String> visibleDefinitions() {
        return engine.engine().getRepositoryService().createProcessDefinitionQuery().list().stream()
                .map(definition -> definition.getKey())
                .toList();
    }

    private long visibleInstances() {
        return engine.engine().getRuntimeService().createProcessInstanceQuery().count();
    }

    private long visibleTasks() {
        return engine.engine().getTaskService().createTaskQuery().count();
    }

    private boolean mayAdmin(Permission permission, Resource resource) {
        return authorizations.isUserAuthorized("someone", List.of(ADMINS.id()), permission, resource, "anything");
    }
}
