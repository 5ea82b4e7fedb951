package io.projectexport.access.group;

import static io.projectexport.access.group.UserGroup.ACCOUNTING_APPROVERS;
import static io.projectexport.access.group.UserGroup.CAN_PUSH_TO_ACCOUNTING;
import static io.projectexport.access.group.UserGroup.ERP_ADMIN;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.access.TestEngine;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DerivedGroupTest {

    private static final String APPROVERS = ACCOUNTING_APPROVERS.id();

    private static final TestEngine engine = new TestEngine();
    private final IdentityService identities = engine.identityService();

    @BeforeEach
    void users() {
        engine.user("ann", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD);
        engine.user("bob", CAN_PUSH_TO_ACCOUNTING, ERP_ADMIN, PORTFOLIO);
        engine.user("cyd", CAN_PUSH_TO_ACCOUNTING, ERP_STANDARD, ERP_ADMIN);
        engine.user("dan", CAN_PUSH_TO_ACCOUNTING, PORTFOLIO);
        engine.user("eve", ERP_STANDARD, ERP_ADMIN);
    }

    @AfterEach
    void removeUsersAndTasks() {
        engine.removeUsersAndTasks();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void members_have_both_permissions() {
        assertThat(userIds(approvers().orderByUserId().asc())).containsExactly("ann", "bob", "cyd");
        assertThat(approvers().count()).isEqualTo(3);
    }

    @Test
    void a_query_for_members_keeps_its_other_criteria_order_and_page() {
        assertThat(userIds(approvers().userIdIn("bob", "dan"))).containsExactly("bob");
        assertThat(approvers().userIdIn("dan", "eve").list()).isEmpty();
        assertThat(approvers().userIdIn("dan", "eve").count()).isZero();
        assertThat(approvers().userId("cyd").singleResult().getId()).isEqualTo("cyd");
        assertThat(approvers().orderByUserId().desc().listPage(1, 1))
                .extracting(User::getId)
                .containsExactly("bob");
    }

    @Test
    void groups_of_a_user_include_the_derived_one_when_it_follows() {
        assertThat(groupIds(groupsOf("bob").orderByGroupId().asc()))
                .containsExactly(APPROVERS, CAN_PUSH_TO_ACCOUNTING.id(), ERP_ADMIN.id(), PORTFOLIO.id());
        assertThat(groupsOf("bob").count()).isEqualTo(4);
        assertThat(groupIds(groupsOf("dan").orderByGroupId().asc()))
                .containsExactly(CAN_PUSH_TO_ACCOUNTING.id(), PORTFOLIO.id());
        assertThat(groupsOf("eve").count()).isEqualTo(2);
        assertThat(groupsOf("nobody").list()).isEmpty();
    }

    @Test
    void a_query_for_groups_of_a_user_keeps_its_other_criteria() {
        assertThat(groupsOf("ann").groupId(APPROVERS).count()).isOne();
        assertThat(groupsOf("eve").groupId(APPROVERS).count()).isZero();
        assertThat(groupIds(groupsOf("ann").groupIdIn(APPROVERS, PORTFOLIO.id())))
                .containsExactly(APPROVERS);
        assertThat(groupIds(groupsOf("ann").groupNameLike("Accounting%"))).containsExactly(APPROVERS);
        assertThat(groupsOf("bob").orderByGroupId().asc().listPage(0, 1))
                .extracting(Group::getId)
                .containsExactly(APPROVERS);
    }

    @Test
    void a_query_can_be_asked_again() {
        UserQuery members = approvers();
        GroupQuery groups = groupsOf("ann");
        assertThat(members.count()).isEqualTo(members.list().size()).isEqualTo(3);
        assertThat(groups.count()).isEqualTo(groups.list().size()).isEqualTo(3);

        engine.leave("ann", ERP_STANDARD);

        assertThat(members.count()).isEqualTo(2);
        assertThat(groups.count()).isOne();
    }

    @Test
    void losing_any_of_the_groups_takes_effect_at_once() {
        engine.leave("ann", ERP_STANDARD);
        engine.leave("bob", CAN_PUSH_TO_ACCOUNTING);
        engine.leave("cyd", ERP_STANDARD);

        assertThat(userIds(approvers())).containsExactly("cyd");
        assertThat(groupIds(groupsOf("ann"))).doesNotContain(APPROVERS);
        assertThat(groupIds(groupsOf("bob"))).doesNotContain(APPROVERS);
    }

    @Test
    void nobody_can_be_taken_out_of_it_but_out_of_the_groups_it_follows() {
        assertThatThrownBy(() -> identities.deleteMembership("eve", APPROVERS))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Change those groups instead");
    }

    @Test
    void nobody_can_be_put_into_it() {
        assertThatThrownBy(() -> identities.createMembership("eve", APPROVERS))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("can-push-to-accounting");
    }

    @Test
    void a_membership_written_into_the_database_grants_nothing() {
        executeSql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('eve', 'accounting-approvers')");

        assertThat(userIds(approvers())).doesNotContain("eve");
        assertThat(groupIds(groupsOf("eve"))).doesNotContain(APPROVERS);
        assertThat(groupsOf("eve").count()).isEqualTo(2);
    }

    @Test
    void no_administrator_can_edit_delete_or_create_it() {
        Group group = identities.createGroupQuery().groupId(APPROVERS).singleResult();
        group.setName("Everybody");
        engine.user("root", UserGroup.ADMINS);
        engine.logIn("root");

        assertThatThrownBy(() -> identities.saveGroup(group)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> identities.saveGroup(identities.newGroup(APPROVERS)))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> identities.deleteGroup(APPROVERS)).isInstanceOf(BadUserRequestException.class);
        assertThat(identities.createGroupQuery().groupId(APPROVERS).count()).isOne();
    }

    @Test
    void administrators_can_change_the_groups_it_follows_from() {
        engine.user("root", UserGroup.ADMINS);
        engine.logIn("root");

        identities.createMembership("eve", CAN_PUSH_TO_ACCOUNTING.id());

        assertThat(userIds(approvers())).contains("eve");
    }

    @Test
    void candidates_find_their_tasks_by_it_and_lose_them_with_a_group() {
        Task task = task(APPROVERS);
        assertThat(tasksFor("ann")).containsExactly(task.getId());
        assertThat(tasksFor("dan")).isEmpty();

        engine.leave("ann", CAN_PUSH_TO_ACCOUNTING);

        assertThat(tasksFor("ann")).isEmpty();
    }

    @Test
    void who_claimed_a_task_loses_it_with_the_group() {
        Task task = task(APPROVERS);
        engine.logIn("ann");
        engine.engine().getTaskService().claim(task.getId(), "ann");
        assertThat(visibleTasks()).containsExactly(task.getId());
        engine.logOut();
        engine.leave("ann", ERP_STANDARD);
        engine.logIn("ann");

        assertThat(visibleTasks()).isEmpty();
        assertThatThrownBy(() -> engine.engine().getTaskService().complete(task.getId()))
                .isInstanceOf(AuthorizationException.class);
    }

    private UserQuery approvers() {
        return identities.createUserQuery().memberOfGroup(APPROVERS);
    }

    private GroupQuery groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId);
    }

    private static List<String> userIds(UserQuery query) {
        return query.list().stream().map(User::getId).toList();
    }

    private static List<String> groupIds(GroupQuery query) {
        return query.list().stream().map(Group::getId).toList();
    }

    private Task task(String candidateGroup) {
        Task task = engine.engine().getTaskService().newTask();
        engine.engine().getTaskService().saveTask(task);
        engine.engine().getTaskService().addCandidateGroup(task.getId(), candidateGroup);
        return task;
    }

    /** What Tasklist shows to the person as claimable. */
    private List<String> tasksFor(String userId) {
        engine.logIn(userId);
        try {
            return engine.engine().getTaskService().createTaskQuery().taskCandidateUser(userId).list().stream()
                    .map(Task::getId)
                    .toList();
        } finally {
            engine.logOut();
        }
    }

    private List<String> visibleTasks() {
        return engine.engine().getTaskService().createTaskQuery().list().stream()
                .map(Task::getId)
                .toList();
    }

    private void executeSql(String sql) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.engine().getProcessEngineConfiguration();
        new JdbcTemplate(configuration.getDataSource()).execute(sql);
    }
}
