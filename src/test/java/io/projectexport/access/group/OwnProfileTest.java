package io.projectexport.access.group;

import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.access.TestEngine;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnProfileTest {

    private static final TestEngine engine = new TestEngine();
    private final IdentityService identities = engine.identityService();

    @BeforeEach
    void users() {
        engine.user("dan", PORTFOLIO);
        engine.user("root", ADMINS);
        changeEmail("dan", "dan@example.com");
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
    void nobody_takes_another_e_mail_address_and_with_it_the_projects_of_somebody_else() {
        engine.logIn("dan");

        assertThatThrownBy(() -> changeEmail("dan", "sue@example.com"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Ask an administrator to change your e-mail address");
        assertThatThrownBy(() -> changeEmail("dan", null)).isInstanceOf(BadUserRequestException.class);
        assertThat(user("dan").getEmail()).isEqualTo("dan@example.com");
    }

    @Test
    void the_own_name_and_password_can_be_changed() {
        engine.logIn("dan");
        User dan = user("dan");
        dan.setFirstName("Daniel");
        dan.setPassword("changed to a long one");

        identities.saveUser(dan);

        assertThat(user("dan").getFirstName()).isEqualTo("Daniel");
        assertThat(identities.checkPassword("dan", "changed to a long one")).isTrue();
    }

    @Test
    void a_name_is_one_line_of_visible_text() {
        engine.logIn("dan");
        User dan = user("dan");
        dan.setFirstName(" Dan\r\n\r\nURGENT:\u2028log in\u202E at\u0007 ");
        dan.setLastName("x".repeat(300));

        identities.saveUser(dan);

        assertThat(user("dan").getFirstName()).isEqualTo("Dan URGENT: log in at");
        assertThat(user("dan").getLastName()).hasSize(100);
    }

    @Test
    void nobody_is_called_like_the_tool_in_histories() {
        engine.logIn("root");
        for (String id : List.of("system", "System")) {
            assertThatThrownBy(() -> identities.saveUser(identities.newUser(id)))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("histories name this application so");
        }
    }

    @Test
    void nobody_deletes_the_own_user() {
        for (String userId : List.of("dan", "root")) {
            engine.logIn(userId);
            assertThatThrownBy(() -> identities.deleteUser(userId))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("Ask another administrator");
        }
        identities.deleteUser("dan");
        assertThat(user("dan")).isNull();
    }

    @Test
    void a_password_that_is_easily_guessed_is_refused_in_words() {
        for (String userId : List.of("dan", "root")) {
            engine.logIn(userId);
            User dan = user("dan");
            dan.setPassword("eleven-long");
            assertThatThrownBy(() -> identities.saveUser(dan))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessage("The password is too short: use 12 characters or more.");
            dan.setPassword("this is DAN himself");
            assertThatThrownBy(() -> identities.saveUser(dan))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageStartingWith("The password contains the user's id, name or e-mail address");
        }
        assertThat(identities.checkPasswordAgainstPolicy("eleven-long").isValid())
                .isFalse();
        assertThat(identities.checkPasswordAgainstPolicy("twelve-long!").isValid())
                .isTrue();
    }

    @Test
    void administrators_change_every_e_mail_address() {
        engine.logIn("root");

        changeEmail("dan", "daniel@example.com");
        changeEmail("root", "root@example.com");

        assertThat(user("dan").getEmail()).isEqualTo("daniel@example.com");
        assertThat(user("root").getEmail()).isEqualTo("root@example.com");
    }

    @Test
    void address_that_no_mail_server_takes_is_refused_in_words_and_one_that_was_there_before_stays() {
        changeEmail("dan", "jörg@example.com");
        engine.logIn("root");

        User dan = user("dan");
        dan.setFirstName("Daniel");
        identities.saveUser(dan);

        assertThat(user("dan").getEmail()).isEqualTo("jörg@example.com");
        for (String address :
                List.of("dan@example.com;", "dan.@example.com", "Łukasz@example.com", "d@\u0435xample.com")) {
            assertThatThrownBy(() -> changeEmail("dan", address))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageStartingWith("E-mail address ");
        }
        changeEmail("dan", " dan@BÜCHER.example\u200E");
        assertThat(user("dan").getEmail()).isEqualTo("dan@bücher.example");
        changeEmail("dan", "");
        assertThat(user("dan").getEmail()).isNullOrEmpty();
    }

    private void changeEmail(String userId, String email) {
        User user = user(userId);
        user.setEmail(email);
        identities.saveUser(user);
    }

    private User user(String userId) {
        return identities.createUserQuery().userId(userId).singleResult();
    }
}
