package io.projectexport.access.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.AccessTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An installation that people reach by https, although this node itself is asked in plain http by the proxy before it. */
@TestPropertySource(properties = "app.base-url=https://exports.example.com")
class StrictTransportTest extends AccessTest {

    private static final String HSTS = "Strict-Transport-Security";

    @Test
    void the_session_is_never_sent_without_tls() {
        assertThat(cookie(logInToWebApplications(), "JSESSIONID"))
                .contains("; Secure")
                .contains("; HttpOnly");
    }

    @Test
    void neither_is_what_strangers_carry_until_they_have_logged_in() {
        HttpHeaders html = new HttpHeaders();
        html.setAccept(List.of(MediaType.TEXT_HTML));
        HttpHeaders asked = http.withRedirects(Redirects.DONT_FOLLOW)
                .exchange("/jobs", HttpMethod.GET, new HttpEntity<>(html), String.class)
                .getHeaders();
        HttpHeaders form = http.getForEntity("/login", String.class).getHeaders();

        assertThat(cookie(asked, "return-path")).contains("; Secure").contains("; HttpOnly");
        assertThat(cookie(form, "login-token")).contains("; Secure").contains("; HttpOnly");
    }

    @Test
    void neither_are_session_and_token_of_camundas_web_applications() {
        HttpHeaders loggedIn = logInToWebApplications();
        HttpHeaders session = new HttpHeaders();
        session.add(HttpHeaders.COOKIE, cookie(loggedIn, "JSESSIONID").split(";")[0]);

        HttpHeaders page = http.exchange(
                        "/camunda/app/welcome/default/", HttpMethod.GET, new HttpEntity<>(session), String.class)
                .getHeaders();

        assertThat(cookie(loggedIn, "JSESSIONID")).containsOnlyOnce("; Secure");
        assertThat(cookie(page, "XSRF-TOKEN")).containsOnlyOnce(";Secure");
    }

    @Test
    void browsers_are_told_by_every_interface_to_come_back_by_tls_only() {
        for (String path : List.of("/login", "/jobs", "/app.css", "/camunda/app/tasklist/default/", "/api/me")) {
            assertThat(http.getForEntity(path, String.class).getHeaders().get(HSTS))
                    .as(path)
                    .containsExactly("max-age=31536000");
        }
    }

    @Test
    void a_page_that_people_reach_by_the_proxy_is_none_of_another_site() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ORIGIN, "https://exports.example.com");

        assertThat(as("ann")
                        .postForEntity("/api/change", new HttpEntity<>(headers), String.class)
                        .getBody())
                .isEqualTo("changed");
    }

    private HttpHeaders logInToWebApplications() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("username", "ann");
        form.add("password", "secret");
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        ResponseEntity<String> answer = http.withRedirects(Redirects.DONT_FOLLOW)
                .postForEntity(
                        "/camunda/api/admin/auth/user/default/login/welcome",
                        new HttpEntity<>(form, headers),
                        String.class);
        return answer.getHeaders();
    }

    private static String cookie(HttpHeaders answer, String name) {
        return answer.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
