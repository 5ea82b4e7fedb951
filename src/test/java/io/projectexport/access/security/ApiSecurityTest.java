package io.projectexport.access.security;

import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.projectexport.access.AccessTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class ApiSecurityTest extends AccessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/no-such-thing",
                "/engine-rest",
                "/engine-rest/version",
                "/engine-rest/engine/default/task",
                "/engine-rest/user"
            })
    void apis_ask_for_a_login_with_a_problem(String path) {
        ResponseEntity<Map> answer = http.getForEntity(path, Map.class);

        assertThat(answer.getStatusCode()).isEqualTo(UNAUTHORIZED);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic ");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody())
                .containsEntry("status", 401)
                .containsEntry("instance", path)
                .containsEntry("detail", "Log in with your user name and password.")
                .containsKey("errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", " "})
    void a_wrong_password_is_refused_like_an_unknown_user(String password) {
        ResponseEntity<String> wrong = http.withBasicAuth("ann", password).getForEntity("/api/me", String.class);
        ResponseEntity<String> unknown = http.withBasicAuth("ghost", password).getForEntity("/api/me", String.class);

        assertThat(wrong.getStatusCode()).isEqualTo(UNAUTHORIZED);
        assertThat(wrong.getBody()).isEqualTo(unknown.getBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v3/api-docs", "/v3/api-docs/swagger-config", "/swagger-ui.html", "/swagger-ui/index.html"})
    void a_program_reads_the_description_with_its_login_and_without_a_session(String path) {
        ResponseEntity<String> asked = http.getForEntity(path, String.class);
        ResponseEntity<String> guessed = http.withBasicAuth("dan", "guess")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(browser()), String.class);
        ResponseEntity<String> read = as("dan").getForEntity(path, String.class);

        assertThat(List.of(asked, guessed)).allSatisfy(answer -> {
            assertThat(answer.getStatusCode()).isEqualTo(UNAUTHORIZED);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                    .startsWith("Basic ");
            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer.getBody()).contains(path, "Log in with your user name and password.");
        });
        assertThat(read.getStatusCode()).isEqualTo(OK);
        assertThat(List.of(asked, guessed, read))
                .allSatisfy(answer -> assertThat(answer.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE));
    }

    @Test
    void a_login_opens_the_api_without_a_session() {
        ResponseEntity<Map> answer = as("ann").getForEntity("/api/me", Map.class);

        assertThat(answer.getStatusCode()).isEqualTo(OK);
        assertThat(answer.getBody()).containsEntry("userId", "ann");
        assertThat(answer.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
    }

    @Test
    void the_engine_knows_who_asks_and_the_derived_group() {
        assertThat(as("ann").getForObject("/api/engine-identity", String[].class))
                .containsExactly("accounting-approvers", "can-push-to-accounting", "erp-standard");
    }

    @Test
    void losing_a_group_takes_effect_with_the_next_request() {
        identityService.deleteMembership("ann", ERP_STANDARD.id());

        assertThat(as("ann").getForObject("/api/engine-identity", String[].class))
                .containsExactly("can-push-to-accounting");
        assertThat(as("ann").getForEntity("/api/me", String.class).getBody()).doesNotContain("APPROVE");
    }

    @Test
    void an_error_after_the_login_is_not_mistaken_for_a_missing_login() {
        assertThat(statusFor("ann", "secret", "/api/no-such-thing")).isEqualTo(NOT_FOUND);
        assertThat(statusFor("ann", "secret", "/api/broken")).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_form_on_a_foreign_page_cannot_use_a_remembered_login(String site) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Sec-Fetch-Site", site);
        HttpEntity<Void> forged = new HttpEntity<>(headers);

        assertThat(as("ann").postForEntity("/api/change", forged, String.class).getStatusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(as("root")
                        .postForEntity("/engine-rest/deployment/create", forged, String.class)
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(as("ann").postForEntity("/api/change", null, String.class).getStatusCode())
                .isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "http://localhost:1", "http://localhost.evil.example", "null", "%%"})
    void neither_can_one_in_a_browser_that_tells_only_the_origin(String origin) {
        HttpEntity<Void> forged = from(origin);

        assertThat(as("ann").postForEntity("/api/change", forged, String.class).getStatusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(as("root")
                        .postForEntity("/engine-rest/deployment/create", forged, String.class)
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(http.postForEntity("/camunda/api/admin/auth/user/default/logout", forged, String.class)
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void a_page_of_this_application_is_known_by_its_origin() {
        assertThat(as("ann")
                        .postForEntity("/api/change", from(http.getRootUri()), String.class)
                        .getStatusCode())
                .isEqualTo(OK);
    }

    private static HttpEntity<Void> from(String origin) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ORIGIN, origin);
        return new HttpEntity<>(headers);
    }

    @Test
    void answers_carry_security_headers() {
        HttpHeaders headers = as("ann").getForEntity("/api/me", String.class).getHeaders();

        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(headers.getCacheControl()).contains("no-store");
    }

    private static HttpHeaders browser() {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.TEXT_HTML));
        return headers;
    }
}
