package io.projectexport.access;

import static io.projectexport.access.UserGroup.ADMINS;
import static io.projectexport.access.UserGroup.ERP_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import java.net.HttpCookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PagesDoorTest extends Doors {

    @Test
    void home_leads_to_tasklist() {
        ResponseEntity<String> answer =
                http.withRedirects(Redirects.DONT_FOLLOW).getForEntity("/", String.class);

        assertThat(answer.getStatusCode()).isEqualTo(FOUND);
        assertThat(answer.getHeaders().getLocation()).hasPath("/camunda/app/tasklist/");
    }

    @Test
    void camundas_web_applications_have_their_own_login() {
        assertThat(http.getForEntity("/camunda/app/tasklist/default/", String.class)
                        .getStatusCode())
                .isEqualTo(OK);
        assertThat(http.getForEntity("/camunda/api/engine/engine/default/user", String.class)
                        .getStatusCode())
                .isEqualTo(UNAUTHORIZED);
        assertThat(statusFor("root", "secret", "/camunda/api/engine/engine/default/user"))
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void tasklist_closes_with_the_next_request_after_a_group_was_lost() {
        HttpHeaders session = logInToWebApplications("ann");
        assertThat(authorizedApplications(session)).contains("tasklist");

        identityService.deleteMembership("ann", ERP_STANDARD.id());

        assertThat(authorizedApplications(session)).doesNotContain("tasklist");
    }

    @Test
    void the_first_visitor_cannot_become_admin_where_there_is_none() {
        identityService.deleteMembership("root", ADMINS.id());
        try {
            HttpHeaders headers = webApplicationSession();
            headers.setContentType(MediaType.APPLICATION_JSON);
            String body = "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"x\"}}";

            ResponseEntity<String> answer = http.postForEntity(
                    "/camunda/api/admin/setup/default/user/create", new HttpEntity<>(body, headers), String.class);

            assertThat(answer.getStatusCode()).isEqualTo(FORBIDDEN);
            assertThat(identityService.createUserQuery().userId("mallory").count())
                    .isZero();
        } finally {
            identityService.createMembership("root", ADMINS.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unnamed-page", "/no-such-page", "/webjars/x.js", "/h2-console"})
    void everything_else_is_closed(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(FORBIDDEN);
        assertThat(statusFor("root", "secret", path)).isEqualTo(FORBIDDEN);
    }

    /** Session and token of Camunda's own protection against forged requests. */
    private HttpHeaders webApplicationSession() {
        HttpHeaders page =
                http.getForEntity("/camunda/app/welcome/default/", String.class).getHeaders();
        return next(new HttpHeaders(), page);
    }

    private HttpHeaders logInToWebApplications(String userId) {
        HttpHeaders session = webApplicationSession();
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("username", userId);
        form.add("password", "secret");
        HttpHeaders headers = new HttpHeaders(session);
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        ResponseEntity<String> answer = http.postForEntity(
                "/camunda/api/admin/auth/user/default/login/welcome", new HttpEntity<>(form, headers), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(OK);
        return next(session, answer.getHeaders());
    }

    private static HttpHeaders next(HttpHeaders session, HttpHeaders answer) {
        HttpHeaders next = new HttpHeaders();
        next.addAll(session);
        answer.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                .flatMap(cookie -> HttpCookie.parse(cookie).stream())
                .forEach(cookie -> {
                    next.add(HttpHeaders.COOKIE, cookie.getName() + "=" + cookie.getValue());
                    if (cookie.getName().equals("XSRF-TOKEN")) {
                        next.set("X-XSRF-TOKEN", cookie.getValue());
                    }
                });
        return next;
    }

    private String authorizedApplications(HttpHeaders session) {
        return http.exchange(
                        "/camunda/api/admin/auth/user/default", HttpMethod.GET, new HttpEntity<>(session), String.class)
                .getBody();
    }
}
