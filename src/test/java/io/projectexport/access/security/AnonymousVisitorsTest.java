package io.projectexport.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.AccessTest;
import java.util.Base64;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Visitors without a login: what they leave behind in the memory, and where the login leads them. */
class AnonymousVisitorsTest extends AccessTest {

    private Manager sessions;

    @BeforeEach
    void sessions(@Autowired ServletWebServerApplicationContext server) {
        sessions = ((Context) ((TomcatWebServer) server.getWebServer())
                        .getTomcat()
                        .getHost()
                        .findChildren()[0])
                .getManager();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?error",
                "/jobs",
                "/jobs?search=bridge",
                "/profile",
                "/xero/connect",
                "/swagger-ui.html",
                "/no-such-page",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/api/me",
                "/engine-rest/task",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void a_look_without_a_login_makes_no_session(String path) {
        int before = sessions.getActiveSessions();

        ResponseEntity<String> answer = open(path, new HttpHeaders());

        assertThat(sessions.getActiveSessions()).isEqualTo(before);
        assertThat(answer.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE)).noneMatch(c -> c.startsWith("JSESSIONID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/me?status=x", "/engine-rest/task", "/actuator/prometheus"})
    void a_program_that_has_to_log_in_gets_no_cookie(String path) {
        assertThat(open(path, new HttpHeaders()).getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/camunda/api/admin/auth/user/default/login/welcome", "/logout", "/jobs"})
    void neither_does_a_form_that_is_refused(String path) {
        int before = sessions.getActiveSessions();
        HttpHeaders form = new HttpHeaders();
        form.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        form.set("Sec-Fetch-Site", "cross-site");

        stay().postForEntity(path, new HttpEntity<>("username=ann&password=guess", form), String.class);

        assertThat(sessions.getActiveSessions()).isEqualTo(before);
    }

    @Test
    void only_the_path_of_a_page_is_kept_however_much_is_sent() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Filler", "x".repeat(6000));

        String kept = open("/jobs?search=bridge", headers).getHeaders().getFirst(HttpHeaders.SET_COOKIE);

        assertThat(kept).startsWith("return-path=").contains("HttpOnly", "SameSite=Lax");
        assertThat(new String(Base64.getUrlDecoder().decode(kept.split("[=;]")[1])))
                .isEqualTo("/jobs?search=bridge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "javascript:alert(1)",
                "/jobs\r\nX-Other: 1",
                "jobs",
                ""
            })
    void a_forged_cookie_leads_to_no_other_site(String target) {
        ResponseEntity<String> form = open("/login", new HttpHeaders());
        String token = form.getBody().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.add(
                HttpHeaders.COOKIE,
                form.getHeaders().getFirst(HttpHeaders.SET_COOKIE).split(";")[0]);
        headers.add(HttpHeaders.COOKIE, "return-path=" + Base64.getUrlEncoder().encodeToString(target.getBytes()));

        ResponseEntity<String> loggedIn = stay().postForEntity(
                        "/login",
                        new HttpEntity<>("username=ann&password=secret&_csrf=" + token, headers),
                        String.class);

        assertThat(loggedIn.getHeaders().getLocation()).hasPath("/jobs").hasNoQuery();
        assertThat(loggedIn.getHeaders().getLocation().toString()).doesNotContain("evil");
    }

    private ResponseEntity<String> open(String path, HttpHeaders headers) {
        headers.setAccept(List.of(MediaType.TEXT_HTML, MediaType.ALL));
        return stay().exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }

    private TestRestTemplate stay() {
        return http.withRedirects(Redirects.DONT_FOLLOW);
    }
}
