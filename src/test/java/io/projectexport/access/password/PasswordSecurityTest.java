package io.projectexport.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.projectexport.access.AccessTest;
import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.access.login.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** How passwords are kept, changed, and what a change ends. */
class PasswordSecurityTest extends AccessTest {

    private static final String LONG = "a much longer secret";

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private EngineIdentities identities;

    private String userId;

    @BeforeEach
    void someone(TestInfo test) {
        userId = "holder-" + Math.abs(test.getDisplayName().hashCode());
        user(userId, UserGroup.PORTFOLIO);
    }

    @AfterEach
    void nobody() {
        identityService.deleteUser(userId);
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_password_is_stored_by_a_slow_hash() {
        assertThat(stored()).startsWith("{BCRYPT}").doesNotContain("secret");
    }

    @Test
    void one_that_an_earlier_release_stored_is_right_and_stored_anew_at_the_login() {
        database.update(
                "update ACT_ID_USER set PWD_ = ?, SALT_ = 'salt' where ID_ = ?",
                "{SHA-512}" + new Sha512HashDigest().encrypt("secretsalt"),
                userId);

        assertThat(statusFor(userId, "wrong", "/api/me")).isEqualTo(UNAUTHORIZED);
        assertThat(stored()).startsWith("{SHA-512}");
        assertThat(statusFor(userId, "secret", "/api/me")).isEqualTo(OK);
        assertThat(stored()).startsWith("{BCRYPT}");
        assertThat(statusFor(userId, "secret", "/api/me")).isEqualTo(OK);
    }

    @Test
    void many_calls_with_the_same_password_pay_for_the_slow_hash_once_and_a_change_counts_at_once() {
        Instant begun = Instant.now();
        for (int i = 0; i < 50; i++) {
            assertThat(statusFor(userId, "secret", "/api/me")).isEqualTo(OK);
        }
        Duration fifty = Duration.between(begun, Instant.now());
        SlowHash hash = new SlowHash();
        begun = Instant.now();
        for (int i = 0; i < 5; i++) {
            hash.encrypt("secret");
        }
        assertThat(fifty).isLessThan(Duration.between(begun, Instant.now()).multipliedBy(20));

        change(userId, LONG);

        assertThat(statusFor(userId, "secret", "/api/me")).isEqualTo(UNAUTHORIZED);
        assertThat(statusFor(userId, LONG, "/api/me")).isEqualTo(OK);
    }

    @Test
    void at_the_engines_door_a_weak_password_is_refused_in_words() {
        ResponseEntity<String> answer = change(userId, "short");

        assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
        assertThat(answer.getBody()).contains("The password is too short: use 12 characters or more.");
        assertThat(change(userId, userId + "-and-more").getBody()).contains("contains the user's id");
        Map<String, Object> created =
                Map.of("profile", Map.of("id", "newcomer"), "credentials", Map.of("password", "short"));
        assertThat(as("root")
                        .postForEntity("/engine-rest/user/create", created, String.class)
                        .getStatusCode())
                .isEqualTo(BAD_REQUEST);
        assertThat(change(userId, LONG).getStatusCode()).isEqualTo(NO_CONTENT);
    }

    @Test
    void a_changed_password_ends_the_persons_sessions() throws Exception {
        MockHttpSession session = begun();
        assertThat(isLoggedIn(session)).isTrue();
        assertThat(isLoggedIn(session)).isTrue();

        change(userId, LONG);

        assertThat(isLoggedIn(session)).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_session_ends_after_twelve_hours_however_much_it_is_used() throws Exception {
        MockHttpSession session = begun();
        assertThat(isLoggedIn(session)).isTrue();
        age(session, Duration.ofHours(11));
        assertThat(isLoggedIn(session)).isTrue();
        age(session, Duration.ofMinutes(61));
        assertThat(isLoggedIn(session)).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void so_does_one_that_nobody_knows_the_beginning_of() throws Exception {
        MockHttpSession session = new MockHttpSession();

        assertThat(isLoggedIn(session)).isFalse();
    }

    @Test
    void so_do_those_of_a_user_who_is_gone() throws Exception {
        MockHttpSession session = begun();
        assertThat(isLoggedIn(session)).isTrue();

        identityService.deleteUser(userId);

        assertThat(isLoggedIn(session)).isFalse();
    }

    @Test
    void a_session_that_ends_during_the_request_is_over_and_no_error() throws Exception {
        assertThat(isLoggedIn(new EndedMeanwhile())).isFalse();

        identityService.deleteUser(userId);

        assertThat(isLoggedIn(new EndedMeanwhile())).isFalse();
    }

    /** As one in a second tab in which the person logs out at the same time. */
    private static final class EndedMeanwhile extends MockHttpSession {
        @Override
        public Object getAttribute(String name) {
            super.invalidate();
            return super.getAttribute(name);
        }

        @Override
        public void invalidate() {
            super.invalidate();
            super.invalidate();
        }
    }

    private MockHttpSession begun() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(SessionLimits.BEGUN, new SessionLimits.Begun(Instant.now(), stored()));
        return session;
    }

    private static void age(MockHttpSession session, Duration duration) {
        SessionLimits.Begun begun = (SessionLimits.Begun) session.getAttribute(SessionLimits.BEGUN);
        session.setAttribute(
                SessionLimits.BEGUN, new SessionLimits.Begun(begun.at().minus(duration), begun.passwordHash()));
    }

    private boolean isLoggedIn(MockHttpSession session) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of()));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        new SessionLimits(identities).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private String stored() {
        return database.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, userId);
    }

    private ResponseEntity<String> change(String whose, String password) {
        HttpEntity<Map<String, String>> change =
                new HttpEntity<>(Map.of("password", password, "authenticatedUserPassword", "secret"));
        return as("root")
                .exchange("/engine-rest/user/%s/credentials".formatted(whose), HttpMethod.PUT, change, String.class);
    }
}
