package io.projectexport.access.setup;

import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static io.projectexport.access.group.UserGroup.PROCESS_OWNERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.access.TestEngine;
import io.projectexport.access.group.EngineIdentities;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessSetupTest {

    private static final TestEngine engine = new TestEngine();

    private final AuthorizationService authorizations = engine.engine().getAuthorizationService();

    @BeforeEach
    void startAnew() {
        engine.startAnew();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void every_group_has_a_readable_name_and_a_type() {
        List<Group> groups = engine.identityService().createGroupQuery().list();

        assertThat(groups)
                .extracting(Group::getId)
                .containsExactlyInAnyOrder(
                        "portfolio",
                        "erp-standard",
                        "erp-admin",
                        "can-push-to-accounting",
                        "accounting-approvers",
                        "process-owners",
                        "camunda-admin");
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.getName()).isNotBlank().isNotEqualTo(group.getId());
            assertThat(group.getType()).isIn("WORKFLOW", "SYSTEM");
        });
    }

    @Test
    void a_second_start_changes_nothing() {
        List<String> before = state();

        engine.setUp(TestEngine.NO_ADMIN);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void what_admins_changed_stays() {
        Authorization tasklist = authorizations
                .createAuthorizationQuery()
                .groupIdIn(PORTFOLIO.id())
                .resourceType(Resources.PROCESS_DEFINITION)
                .singleResult();
        tasklist.removePermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(tasklist);
        List<String> before = state();

        engine.setUp(TestEngine.NO_ADMIN);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_group_and_a_grant_that_were_removed_come_back() {
        List<String> before = state();
        engine.identityService().deleteGroup(PROCESS_OWNERS.id());
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(PROCESS_OWNERS.id())
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));

        engine.setUp(TestEngine.NO_ADMIN);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void the_first_administrator_is_created_once_and_keeps_the_password_that_was_changed() {
        engine.setUp(new AdminAccount("root@example.com", "first", null));
        assertThat(engine.identityService().checkPassword("root@example.com", "first"))
                .isTrue();
        assertThat(new EngineIdentities(engine.engine()).groupsOf("root@example.com"))
                .containsExactly(ADMINS.id());

        engine.setUp(new AdminAccount("root@example.com", "second", null));
        engine.setUp(new AdminAccount("root@example.com", null, null));

        assertThat(engine.identityService().checkPassword("root@example.com", "first"))
                .isTrue();
        assertThat(engine.identityService().createUserQuery().count()).isOne();
    }

    @Test
    void the_first_administrator_can_be_reached_from_the_start() {
        engine.setUp(new AdminAccount("root", "first", "root@example.com"));

        assertThat(engine.identityService()
                        .createUserQuery()
                        .userId("root")
                        .singleResult()
                        .getEmail())
                .isEqualTo("root@example.com");
    }

    @Test
    void a_first_administrator_who_was_removed_does_not_rise_again() {
        engine.setUp(new AdminAccount("root", "first", null));
        engine.user("ann", ADMINS);
        engine.identityService().deleteUser("root");

        engine.setUp(new AdminAccount("root", "first", null));

        assertThat(engine.identityService().createUserQuery().list())
                .extracting(User::getId)
                .containsExactly("ann");
    }

    @Test
    void an_existing_user_is_not_made_administrator() {
        engine.user("ann", PORTFOLIO);

        engine.setUp(new AdminAccount("ann", "secret", null));

        assertThat(new EngineIdentities(engine.engine()).groupsOf("ann")).containsExactly(PORTFOLIO.id());
    }

    @Test
    void a_first_administrator_without_password_stops_the_start() {
        assertThatThrownBy(() -> engine.setUp(new AdminAccount("root", " ", null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ADMIN_PASSWORD is missing");
        assertThat(engine.identityService().createUserQuery().count()).isZero();
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(new AdminAccount("root", "s3cret", null))
                .asString()
                .contains("root")
                .doesNotContain("s3cret");
    }

    private List<String> state() {
        List<String> state = authorizations.createAuthorizationQuery().list().stream()
                .map(grant -> "%s %d %s %s"
                        .formatted(
                                grant.getGroupId(),
                                grant.getResourceType(),
                                grant.getResourceId(),
                                ((AuthorizationEntity) grant).getPermissions()))
                .sorted()
                .collect(Collectors.toList());
        engine.identityService().createGroupQuery().list().stream()
                .map(Group::getId)
                .sorted()
                .forEach(state::add);
        return state;
    }
}
