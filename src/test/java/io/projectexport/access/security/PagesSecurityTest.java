package io.projectexport.access.security;

import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.FOUND;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.projectexport.access.AccessTest;
import io.projectexport.access.oidc.SingleSignOn;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PagesSecurityTest extends AccessTest {

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    @Test
    void home_leads_to_the_jobs_page() {
        ResponseEntity<String> answer =
                http.withRedirects(Redirects.DONT_FOLLOW).getForEntity("/", String.class);

        assertThat(answer.getStatusCode()).isEqualTo(FOUND);
        assertThat(answer.getHeaders().getLocation()).hasPath("/jobs");
    }

    @Test
    void pages_ask_for_login_and_come_back_to_where_one_wanted_to_go() {
        HttpHeaders page = new HttpHeaders();
        page.setAccept(List.of(MediaType.TEXT_HTML));
        for (String path : List.of(
                "/camunda/app/cockpit/default/",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/jobs",
                "/profile",
                "/figures",
                "/jobs/3f1c1b6a-6f0e-4f7e-9a54-0b5f7e0f9d11")) {
            ResponseEntity<String> asked = stay().exchange(path, HttpMethod.GET, new HttpEntity<>(page), String.class);
            assertThat(asked.getHeaders().getLocation()).hasPath("/login");

            ResponseEntity<String> loggedIn = logIn("ann", "secret", next(new HttpHeaders(), asked.getHeaders()));
            assertThat(loggedIn.getHeaders().getLocation()).hasPath(path);
        }
    }

    @Test
    void what_the_pages_look_like_is_public() {
        for (String path : List.of(
                "/app.css", "/app.js", "/jobs.js", "/login.js", "/narrow.js", "/webjars/htmx.org/dist/htmx.min.js")) {
            assertThat(stay().getForEntity(path, String.class).getStatusCode())
                    .as(path)
                    .isEqualTo(OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/jobs", "/profile", "/swagger-ui.html", "/xero/connect", "/", "/no-such-page"})
    void own_pages_load_nothing_of_others_and_tell_others_nothing(String path) {
        HttpHeaders headers = stay().getForEntity(path, String.class).getHeaders();

        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void answers_of_camundas_web_applications_are_kept_nowhere_but_their_files_are() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));

        for (String path : List.of("/camunda/api/engine/engine/default/task", "/camunda/api/admin/auth/user/default")) {
            assertThat(stay().exchange(path, HttpMethod.GET, new HttpEntity<>(session), String.class)
                            .getHeaders()
                            .getCacheControl())
                    .as(path)
                    .contains("no-store");
        }
        assertThat(stay().exchange(
                                "/camunda/app/welcome/styles/styles.css",
                                HttpMethod.GET,
                                new HttpEntity<>(session),
                                String.class)
                        .getHeaders()
                        .getCacheControl())
                .isNull();
    }

    @Test
    void part_of_a_page_that_refreshes_itself_has_the_whole_page_ask_for_the_login() {
        HttpHeaders refresh = new HttpHeaders();
        refresh.set("HX-Request", "true");

        ResponseEntity<String> answer =
                stay().exchange("/jobs", HttpMethod.GET, new HttpEntity<>(refresh), String.class);

        assertThat(answer.getStatusCode()).isEqualTo(UNAUTHORIZED);
        assertThat(answer.getHeaders().getFirst("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void plain_http_of_a_local_run_keeps_working() {
        for (ResponseEntity<String> answer :
                List.of(form(new HttpHeaders()), logIn("ann", "secret", new HttpHeaders()))) {
            assertThat(answer.getHeaders().get(HttpHeaders.SET_COOKIE))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).doesNotContainIgnoringCase("secure"));
            assertThat(answer.getHeaders().get("Strict-Transport-Security")).isNull();
        }
    }

    @Test
    void whoever_is_logged_in_reads_that_there_is_nothing_at_a_wrong_address() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));

        assertThat(get("/no-such-page", session)).isEqualTo(NOT_FOUND);
    }

    @Test
    void single_sign_on_is_neither_offered_nor_begun_where_no_provider_is_set() {
        assertThat(form(new HttpHeaders()).getBody()).doesNotContain("single sign-on");
        assertThat(stay().getForEntity(SingleSignOn.START, String.class).getStatusCode())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void login_leads_home() {
        assertThat(logIn("ann", "secret", new HttpHeaders()).getHeaders().getLocation())
                .hasPath("/jobs");
    }

    @Test
    void files_and_calls_of_camundas_web_applications_need_the_login_too() {
        assertThat(stay().getForEntity("/camunda/api/engine/engine/default/user", String.class)
                        .getStatusCode())
                .isEqualTo(UNAUTHORIZED);
        assertThat(statusFor("root", "secret", "/camunda/api/engine/engine/default/user"))
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void one_login_opens_pages_web_applications_and_api() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));

        assertThat(get("/camunda/app/tasklist/default/", session)).isEqualTo(OK);
        assertThat(get("/camunda/api/engine/engine/default/task", session)).isEqualTo(OK);
        assertThat(authorizedApplications(session)).contains("tasklist");
        assertThat(get("/api/me", session)).isEqualTo(OK);
    }

    @Test
    void login_form_of_camundas_web_applications_opens_everything_too() {
        HttpHeaders session = logInToWebApplications("ann");

        assertThat(get("/api/me", session)).isEqualTo(OK);
        assertThat(get("/camunda/api/engine/engine/default/task", session)).isEqualTo(OK);
    }

    @Test
    void logout_of_camundas_web_applications_ends_everything() {
        HttpHeaders session = logInToWebApplications("ann");

        ResponseEntity<String> answer = stay().exchange(
                        "/camunda/api/admin/auth/user/default/logout",
                        HttpMethod.POST,
                        new HttpEntity<>(session),
                        String.class);

        assertThat(answer.getStatusCode()).isEqualTo(NO_CONTENT);
        assertThat(get("/api/me", session)).isEqualTo(UNAUTHORIZED);
        assertThat(get("/camunda/api/engine/engine/default/task", session)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void own_logout_ends_everything_and_needs_a_token() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));
        assertThat(post("/logout", session, Map.of()).getStatusCode()).isEqualTo(FORBIDDEN);

        ResponseEntity<String> answer = post("/logout", session, Map.of("_csrf", token(session)));

        assertThat(answer.getHeaders().getLocation()).hasPath("/login").hasQuery("logout");
        assertThat(get("/api/me", session)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void change_through_the_api_goes_through_with_the_token_of_the_session() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));
        session.set("X-CSRF-TOKEN", token(session));

        assertThat(stay().exchange("/api/change", HttpMethod.POST, new HttpEntity<>(session), String.class)
                        .getBody())
                .isEqualTo("changed");
    }

    @Test
    void login_changes_the_id_of_the_session() {
        HttpHeaders before = next(
                new HttpHeaders(), stay().getForEntity("/login", String.class).getHeaders());

        logIn("ann", "secret", before);

        assertThat(get("/api/me", before)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void wrong_password_leads_back_to_the_form_and_opens_nothing() {
        ResponseEntity<String> answer = logIn("ann", "guess", new HttpHeaders());

        assertThat(answer.getHeaders().getLocation()).hasPath("/login").hasQuery("error");
        assertThat(get("/api/me", session(answer))).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void the_login_page_tells_a_wrong_password_from_one_that_was_not_looked_at() {
        for (int i = 0; i < 5; i++) {
            assertThat(logIn("guessed-here", "guess", new HttpHeaders())
                            .getHeaders()
                            .getLocation())
                    .hasPath("/login")
                    .hasQuery("error");
        }

        // one more every few seconds, which pass here on a slow machine
        String query = "error";
        for (int i = 0; i < 30 && query.equals("error"); i++) {
            query = logIn("guessed-here", "guess", new HttpHeaders())
                    .getHeaders()
                    .getLocation()
                    .getQuery();
        }
        assertThat(query).matches("wait=([1-9]|1[0-2])");
        assertThat(stay().getForObject("/login?wait=7", String.class)).contains("Wait 7 seconds, then try again.");
        assertThat(stay().getForObject("/login?wait=<b>", String.class)).doesNotContain("then try again");
        assertThat(stay().getForObject("/login?error", String.class)).contains("Wrong user name or password.");
        HttpStatusCode camundas = UNAUTHORIZED;
        for (int i = 0; i < 30 && camundas.equals(UNAUTHORIZED); i++) {
            camundas = post(
                            "/camunda/api/admin/auth/user/default/login/welcome",
                            new HttpHeaders(),
                            Map.of("username", "guessed-here", "password", "guess"))
                    .getStatusCode();
        }
        assertThat(camundas).isEqualTo(TOO_MANY_REQUESTS);
    }

    @Test
    void change_through_the_api_needs_a_token_when_the_session_is_the_login() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));

        assertThat(stay().exchange("/api/change", HttpMethod.POST, new HttpEntity<>(session), String.class)
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Bearer x", "Negotiate x", "Basicx"})
    void no_other_header_stands_for_that_token(String header) {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));
        session.set(HttpHeaders.AUTHORIZATION, header);

        assertThat(stay().exchange("/api/change", HttpMethod.POST, new HttpEntity<>(session), String.class)
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void a_new_password_ends_sessions_that_were_not_used_since_the_login() {
        List<HttpHeaders> sessions =
                List.of(session(logIn("ann", "secret", new HttpHeaders())), logInAtCamundaAlone("ann"));

        giveNewPassword("ann");

        assertThat(sessions)
                .allSatisfy(session -> assertThat(get("/api/me", session)).isEqualTo(UNAUTHORIZED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Basic", "Basic x", "Bearer x", "Basic thea:wrong", "Basic thea:secret"})
    void no_header_keeps_a_session_that_is_over(String header) {
        for (String path : List.of(
                "/api/me", "/engine-rest/engine", "/v3/api-docs", "/camunda/api/engine/engine/default/task", "/jobs")) {
            user("thea");
            HttpHeaders session = session(logIn("thea", "secret", new HttpHeaders()));
            giveNewPassword("thea");
            session.set(HttpHeaders.AUTHORIZATION, encoded(header));

            assertThat(get(path, session)).as(path).isIn(UNAUTHORIZED, FOUND);
            identityService.deleteUser("thea");
        }
    }

    @Test
    void a_program_with_its_own_login_has_nothing_to_do_with_a_session_beside_it() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));
        giveNewPassword("ann");
        session.setBasicAuth("dan", "secret");

        assertThat(stay().exchange("/api/me", HttpMethod.GET, new HttpEntity<>(session), String.class)
                        .getBody())
                .contains("\"dan\"");
        assertThat(stay().exchange("/api/change", HttpMethod.POST, new HttpEntity<>(session), String.class)
                        .getBody())
                .isEqualTo("changed");
    }

    @Test
    void so_it_is_where_both_are_the_same_person_s() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));
        giveNewPassword("ann");
        session.setBasicAuth("ann", "another secret");

        assertThat(get("/api/me", session)).isEqualTo(OK);
    }

    @Test
    void whoever_logs_in_within_a_session_begins_it_anew() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));
        get("/api/me", session);
        session = next(session, logIn("dan", "secret", session).getHeaders());
        giveNewPassword("ann");

        for (int i = 0; i < 2; i++) {
            assertThat(stay().exchange("/api/me", HttpMethod.GET, new HttpEntity<>(session), String.class)
                            .getBody())
                    .contains("\"dan\"");
        }

        giveNewPassword("dan");
        assertThat(get("/api/me", session)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void the_token_that_strangers_have_in_a_cookie_ends_with_the_login() {
        assertThat(logIn("ann", "secret", new HttpHeaders()).getHeaders().get(HttpHeaders.SET_COOKIE))
                .anySatisfy(cookie -> assertThat(cookie).contains("login-token=;", "Max-Age=0"));
    }

    @Test
    void page_of_camunda_carries_the_nonce_of_its_own_header_however_many_are_loaded_at_once() {
        HttpHeaders session = session(logIn("ann", "secret", new HttpHeaders()));

        List<ResponseEntity<String>> pages = IntStream.range(0, 300)
                .parallel()
                .mapToObj(i -> http.exchange(
                        "/camunda/app/tasklist/default/", HttpMethod.GET, new HttpEntity<>(session), String.class))
                .toList();

        assertThat(pages).allSatisfy(page -> {
            Matcher nonce = NONCE.matcher(page.getBody());
            assertThat(nonce.find()).isTrue();
            assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
                    .contains("'nonce-%s'".formatted(nonce.group(1)));
        });
    }

    @Test
    void many_requests_at_once_keep_the_login() {
        HttpHeaders session = logInToWebApplications("ann");

        List<HttpStatus> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> get("/camunda/api/engine/engine/default/task/count", session))
                .toList();

        assertThat(answers).containsOnly(OK);
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
            HttpHeaders headers = logInToWebApplications("ann");
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

    private TestRestTemplate stay() {
        return http.withRedirects(Redirects.DONT_FOLLOW);
    }

    private HttpStatus get(String path, HttpHeaders session) {
        return (HttpStatus) stay().exchange(path, HttpMethod.GET, new HttpEntity<>(session), String.class)
                .getStatusCode();
    }

    /** Fills in the form, with the token that it carries. */
    private ResponseEntity<String> logIn(String userId, String password, HttpHeaders before) {
        ResponseEntity<String> form = form(before);
        HttpHeaders headers = next(before, form.getHeaders());
        return post("/login", headers, Map.of("username", userId, "password", password, "_csrf", token(form)));
    }

    private ResponseEntity<String> form(HttpHeaders session) {
        return stay().exchange("/login", HttpMethod.GET, new HttpEntity<>(session), String.class);
    }

    private String token(HttpHeaders session) {
        return token(form(session));
    }

    private static String token(ResponseEntity<String> form) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.getBody());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpHeaders session(ResponseEntity<String> loggedIn) {
        return next(new HttpHeaders(), loggedIn.getHeaders());
    }

    private HttpHeaders logInToWebApplications(String userId) {
        return withToken(logInAtCamundaAlone(userId));
    }

    private HttpHeaders logInAtCamundaAlone(String userId) {
        ResponseEntity<String> answer = post(
                "/camunda/api/admin/auth/user/default/login/welcome",
                new HttpHeaders(),
                Map.of("username", userId, "password", "secret"));
        assertThat(answer.getHeaders().getLocation()).hasPath("/camunda/api/admin/auth/user/default");
        return session(answer);
    }

    private static String encoded(String header) {
        return header.contains(":")
                ? "Basic " + HttpHeaders.encodeBasicAuth("thea", header.split(":")[1], StandardCharsets.UTF_8)
                : header;
    }

    private void giveNewPassword(String userId) {
        User user = identityService.createUserQuery().userId(userId).singleResult();
        user.setPassword("another secret");
        identityService.saveUser(user);
    }

    /** A page brings the token of Camunda's own protection against forged requests. */
    private HttpHeaders withToken(HttpHeaders session) {
        ResponseEntity<String> page = stay().exchange(
                        "/camunda/app/welcome/default/", HttpMethod.GET, new HttpEntity<>(session), String.class);
        return next(session, page.getHeaders());
    }

    private ResponseEntity<String> post(String path, HttpHeaders session, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.setAll(fields);
        HttpHeaders headers = new HttpHeaders(session);
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return stay().postForEntity(path, new HttpEntity<>(form, headers), String.class);
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
