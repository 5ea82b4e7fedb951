package io.projectexport.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.projectexport.access.AccessTest;
import io.projectexport.access.group.UserGroup;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wrong passwords slow down who sends them, at every door, and lock nobody out. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordGuessingTest extends AccessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    private String victim;

    @BeforeEach
    void someone(TestInfo test) {
        victim = "victim-" + Math.abs(test.getDisplayName().hashCode());
        user(victim, UserGroup.ADMINS);
    }

    @AfterEach
    void nobody() {
        identityService.deleteUser(victim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/engine-rest/user", "/actuator/prometheus"})
    void after_one_wrong_guess_the_right_password_works_at_once(String path) {
        assertThat(statusFor(victim, "guess", path)).isEqualTo(UNAUTHORIZED);
        assertThat(statusFor(victim, "secret", path)).isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/engine-rest/user", "/actuator/prometheus"})
    void whoever_goes_on_guessing_has_to_wait_and_reads_how_long(String path) {
        guessUntilSlowedDown(path);

        ResponseEntity<Map> answer = http.withBasicAuth(victim, "secret").getForEntity(path, Map.class);

        assertThat(answer.getStatusCode()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Integer.parseInt(answer.getHeaders().getFirst("Retry-After")))
                .isBetween(1, 12);
        assertThat(answer.getBody()).containsEntry("status", 429);
        assertThat(answer.getBody().get("detail")).asString().startsWith("Too many wrong passwords. Wait ");
        assertThat(statusFor("ann", "secret", "/api/me")).isEqualTo(OK);
    }

    @Test
    void guesses_from_one_address_do_not_keep_out_the_user_at_another() throws IOException {
        guessUntilSlowedDown("/api/me");

        assertThat(statusFor(victim, "secret", "/api/me")).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(fromElsewhere(victim, "secret")).isEqualTo(200);
    }

    @Test
    void a_user_whom_the_engine_had_locked_for_good_logs_in() {
        database.update(
                "update ACT_ID_USER set ATTEMPTS_ = 10, LOCK_EXP_TIME_ = timestamp '2099-01-01 00:00:00' where ID_ = ?",
                victim);

        assertThat(statusFor(victim, "secret", "/api/me")).isEqualTo(OK);
    }

    @Test
    void asking_the_engine_whether_a_password_is_right_is_a_door_too() {
        Map<String, String> question = Map.of("username", victim, "password", "guess");
        for (int i = 0; i < 5; i++) {
            assertThat(as("root")
                            .postForEntity("/engine-rest/identity/verify", question, Map.class)
                            .getBody())
                    .containsEntry("authenticated", false);
        }
        assertThat(statusFor(victim, "secret", "/api/me")).isEqualTo(TOO_MANY_REQUESTS);
    }

    @Test
    void so_is_changing_a_password() {
        Map<String, String> change = Map.of("password", "another long secret", "authenticatedUserPassword", "guess");
        for (int i = 0; i < 5; i++) {
            ResponseEntity<String> answer = as(victim)
                    .exchange(
                            "/engine-rest/user/%s/credentials".formatted(victim),
                            HttpMethod.PUT,
                            new HttpEntity<>(change),
                            String.class);
            assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
        }
    }

    @Test
    void each_wrong_password_is_one_line_of_the_log_and_guessing_one_warning(CapturedOutput log) {
        guess(6, "/api/me");

        List<String> lines = log.getAll().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains("Wrong password: user \"" + victim)))
                .hasSizeBetween(5, 6)
                .allMatch(line -> line.contains("from 127.0.0.1") || line.contains("from 0:0") || line.contains("/64"));
        assertThat(lines.stream().filter(line -> line.contains("WARN") && line.contains(victim)))
                .singleElement()
                .asString()
                .contains("Passwords are being guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct-horse-battery", "bad\u0085name\u0007", "Tr0ub4dor&3"})
    void a_password_that_is_typed_as_the_name_stands_in_no_log(String typed, CapturedOutput log) {
        for (int i = 0; i < 6; i++) {
            statusFor(typed, "guess", "/api/me");
        }

        assertThat(log.getAll())
                .contains("Wrong password: a name that nobody logs in by from ", "Passwords are being guessed");
        assertThat(log.getAll().toLowerCase(Locale.ROOT))
                .doesNotContain(typed.substring(0, 6).toLowerCase(Locale.ROOT));
    }

    /** However slow this machine is, while the limit lets one more through every few seconds. */
    private void guessUntilSlowedDown(String path) {
        int tries = 0;
        while (statusFor(victim, "guess", path) != TOO_MANY_REQUESTS) {
            assertThat(tries++).isLessThan(30);
        }
    }

    private void guess(int times, String path) {
        for (int i = 0; i < times; i++) {
            statusFor(victim, "guess", path);
        }
    }

    private int fromElsewhere(String userId, String password) throws IOException {
        byte[] login = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        String request = "GET /api/me HTTP/1.0\r\nAuthorization: Basic %s\r\n\r\n"
                .formatted(Base64.getEncoder().encodeToString(login));
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).substring(9, 12));
        } catch (BindException onlyOneLoopbackAddress) {
            assumeThat(true).as("a second loopback address").isFalse();
            return 0;
        }
    }
}
