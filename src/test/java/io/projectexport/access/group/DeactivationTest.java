package io.projectexport.access.group;

import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.access.TestEngine;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules about users that hold at every door, because the engine's identity service keeps them. */
class DeactivationTest {

    private static final String PASSWORD = "correct-horse-9";
    private static final TestEngine engine = new TestEngine();

    private final IdentityService users = engine.identityService();
    private final EngineIdentities identities = new EngineIdentities(engine.engine());

    @BeforeEach
    void users() {
        engine.user("root", ADMINS);
        engine.user("dan", PORTFOLIO);
        password("root");
        password("dan");
        engine.logIn("root");
    }

    private void password(String userId) {
        User user = users.createUserQuery().userId(userId).singleResult();
        user.setPassword(PASSWORD);
        user.setEmail(userId + "@example.com");
        users.saveUser(user);
    }

    @AfterEach
    void removeUsers() {
        engine.removeUsersAndTasks();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void deactivated_user_has_no_right_password_and_gets_no_mail_until_activated_again() {
        identities.deactivate("dan");

        assertThat(users.checkPassword("dan", PASSWORD)).isFalse();
        assertThat(engine.people().person("dan").getsMail()).isFalse();
        assertThat(engine.people().takesMail("Dan@Example.com")).isFalse();
        assertThat(engine.people().takesMail("root@example.com")).isTrue();
        assertThat(engine.people().takesMail("client@example.org")).isTrue();

        identities.activate("dan");

        assertThat(users.checkPassword("dan", PASSWORD)).isTrue();
        assertThat(engine.people().person("dan").getsMail()).isTrue();
    }

    @Test
    void address_of_somebody_who_is_there_takes_mail_although_a_deactivated_user_has_it_too() {
        User other = engine.user("dan-too");
        other.setEmail("dan@example.com");
        users.saveUser(other);

        identities.deactivate("dan");

        assertThat(engine.people().takesMail("dan@example.com")).isTrue();
    }

    @Test
    void deactivated_user_is_put_into_no_group_and_is_not_unlocked_by_another_door() {
        identities.deactivate("dan");

        assertThatThrownBy(() -> users.createMembership("dan", ADMINS.id()))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("dan is deactivated");
        assertThatThrownBy(() -> users.unlockUser("dan"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("dan is deactivated");
        assertThat(users.checkPassword("dan", PASSWORD)).isFalse();
    }

    @Test
    void whoever_may_not_change_users_deactivates_nobody() {
        engine.logIn("dan");

        assertThatThrownBy(() -> identities.deactivate("root")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> identities.activate("root")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void changed_name_ends_no_deactivation() {
        identities.deactivate("dan");
        User dan = users.createUserQuery().userId("dan").singleResult();
        dan.setLastName("Taylor");
        users.saveUser(dan);

        assertThat(users.checkPassword("dan", PASSWORD)).isFalse();
    }

    @Test
    void last_administrator_stays_one() {
        assertThatThrownBy(() -> users.deleteMembership("root", ADMINS.id()))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("root is the only administrator who can log in: make somebody else one first.");
        assertThatThrownBy(() -> users.deleteGroup(ADMINS.id())).isInstanceOf(BadUserRequestException.class);
        assertThat(identities.groupsOf("root")).contains(ADMINS.id());
    }

    @Test
    void another_administrator_counts_once_that_person_can_log_in() {
        engine.user("eve", ADMINS);
        engine.logIn("eve");
        assertThatThrownBy(() -> users.deleteUser("root"))
                .hasMessageContaining("the only administrator who can log in");

        engine.logOut();
        password("eve");
        engine.logIn("eve");
        assertThatCode(() -> users.deleteUser("root")).doesNotThrowAnyException();
    }

    @Test
    void administrator_who_comes_by_single_sign_on_counts() {
        engine.logOut();
        engine.user("eve", ADMINS);
        users.setUserInfo("eve", EngineIdentities.SIGN_ON_LINK, "link");
        engine.logIn("root");

        assertThatCode(() -> users.deleteMembership("root", ADMINS.id())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dan", "nobody"})
    void who_is_no_administrator_is_told_nothing_about_administrators(String userId) {
        engine.logIn(userId);

        assertThatThrownBy(() -> users.deleteMembership("root", ADMINS.id()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> users.deleteUser("root")).isInstanceOf(AuthorizationException.class);
    }
}
