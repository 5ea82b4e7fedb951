package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People log in at their company's OpenID provider, in an installation that only settings tell about it. */
class SingleSignOnTest {

    private static final String START = "/oauth2/authorization/oidc";
    private static final List<String> APPROVERS = List.of("erp-standard", "can-push-to-accounting");

    private static SignOnProvider provider;
    private static RunningApplication application;

    private final FormBrowser browser = new FormBrowser(application.url());
    private final String userId = "anna-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        provider = new SignOnProvider();
        application = RunningApplication.onNewDatabase(
                "oidc.issuer-uri=" + provider.issuer(),
                "oidc.client-id=" + SignOnProvider.CLIENT,
                "oidc.client-secret=" + SignOnProvider.SECRET);
        application.registerEngine();
        application.user("team", "portfolio");
    }

    @AfterAll
    static void stop() {
        application.close();
        provider.close();
    }

    @Test
    void the_login_page_offers_single_sign_on_beside_the_password() {
        assertThat(browser.get("/login").body())
                .contains("href=\"" + START + "\"", "Log in with single sign-on", "name=\"password\"");
    }

    @Test
    void an_approver_by_claim_is_one_through_every_interface() {
        SubmittedProjects projects = new SubmittedProjects(application);
        String exportId = projects.submit("team", "Harbour Bridge");
        provider.isVisitedBy(userId, person(userId, APPROVERS));

        assertThat(location(logIn(browser))).endsWith("/jobs");

        assertThat(browser.get("/api/projects/" + exportId).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/task?processInstanceId=" + exportId)
                        .body())
                .contains("userTask_reviewProject");
        browser.post("/jobs/" + exportId, "/jobs/" + exportId + "/accept", Map.of());
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(projects.seenByAdmin(exportId).text("decidedBy")).isEqualTo(userId);
    }

    @Test
    void name_and_e_mail_address_come_from_the_provider_at_each_login() {
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        logIn(browser);
        assertThat(user(userId).getLastName()).isEqualTo("Keller");

        Map<String, Object> married = person(userId, APPROVERS);
        married.put("family_name", "Meier");
        married.put("email", "anna.meier@example.com");
        provider.isVisitedBy(userId, married);
        logIn(new FormBrowser(application.url()));

        assertThat(user(userId).getFirstName()).isEqualTo("Anna");
        assertThat(user(userId).getLastName()).isEqualTo("Meier");
        assertThat(user(userId).getEmail()).isEqualTo("anna.meier@example.com");
    }

    @Test
    void first_logins_of_one_person_at_the_same_moment_make_one_user() {
        provider.isVisitedBy(userId, person(userId, List.of("portfolio", "erp-standard", "can-push-to-accounting")));
        List<FormBrowser> browsers = Stream.generate(() -> new FormBrowser(application.url()))
                .limit(6)
                .toList();
        Map<FormBrowser, URI> answers =
                browsers.stream().collect(Collectors.toMap(Function.identity(), SingleSignOnTest::answer));

        List<String> pages = answers.entrySet().parallelStream()
                .map(login -> location(login.getKey().getAt(login.getValue())))
                .toList();

        assertThat(pages).hasSize(6).allSatisfy(page -> assertThat(page).endsWith("/jobs"));
        assertThat(groups(userId)).hasSize(4);
    }

    @Test
    void a_group_that_the_provider_took_away_is_lost_with_the_next_login() {
        provider.isVisitedBy(userId, person(userId, List.of("erp-admin", "can-push-to-accounting", "portfolio")));
        logIn(browser);
        assertThat(groups(userId))
                .containsExactlyInAnyOrder("erp-admin", "can-push-to-accounting", "portfolio", "accounting-approvers");

        provider.isVisitedBy(userId, person(userId, List.of("erp-admin")));
        logIn(new FormBrowser(application.url()));

        assertThat(groups(userId)).containsExactly("erp-admin");
        String exportId = new SubmittedProjects(application).submit("team", "Harbour Tunnel");
        assertThat(browser.get("/camunda/api/engine/engine/default/task?processInstanceId=" + exportId)
                        .body())
                .as("the session from before")
                .isEqualTo("[]");
    }

    @Test
    void groups_that_nobody_can_be_put_into_or_that_have_other_names_or_stand_in_another_claim_give_nothing() {
        Map<String, Object> claims = person(userId, List.of("accounting-approvers", "ERP-Admin", "erp"));
        claims.put("roles", List.of("erp-admin", "can-push-to-accounting"));
        provider.isVisitedBy(userId, claims);

        logIn(browser);

        assertThat(groups(userId)).isEmpty();
    }

    @Test
    void groups_may_come_as_paths_or_as_a_single_one_and_others_of_the_installation_stay() {
        Map<String, Object> claims = person(userId, List.of());
        claims.put("groups", "/erp-standard");
        provider.isVisitedBy(userId, claims);
        logIn(browser);
        Group own = application.engine().getIdentityService().newGroup("night-shift");
        application.engine().getIdentityService().saveGroup(own);
        application.engine().getIdentityService().createMembership(userId, "night-shift");

        logIn(new FormBrowser(application.url()));

        assertThat(groups(userId)).containsExactlyInAnyOrder("erp-standard", "night-shift");
    }

    @Test
    void a_user_who_was_not_made_by_single_sign_on_is_not_taken_over() {
        application.user(userId, "portfolio");
        for (String name : List.of(userId, userId.toUpperCase())) {
            provider.isVisitedBy("subject-of-" + name, person(name, APPROVERS));

            String refused = refusal(logIn(browser));

            assertThat(refused).contains("A user with your name exists here already");
            assertThat(location(browser.get("/jobs"))).endsWith("/login");
        }
        assertThat(groups(userId)).containsExactly("portfolio");
        assertThat(user(userId).getLastName()).isNull();
        assertThat(application.as(userId).get("/api/projects").status()).isEqualTo(200);
    }

    @Test
    void somebody_else_with_the_same_name_at_the_provider_is_not_the_same_person() {
        provider.isVisitedBy("first-" + userId, person(userId, APPROVERS));
        logIn(browser);
        provider.isVisitedBy("second-" + userId, person(userId, List.of("camunda-admin")));

        String refused = refusal(logIn(new FormBrowser(application.url())));

        assertThat(refused).contains("A user with your name exists here already");
        assertThat(groups(userId)).doesNotContain("camunda-admin");
    }

    @Test
    void a_person_who_gets_another_name_at_the_provider_stays_the_same_user() {
        provider.isVisitedBy("same-" + userId, person(userId, APPROVERS));
        logIn(browser);
        provider.isVisitedBy("same-" + userId, person("renamed-" + userId, List.of("portfolio")));

        logIn(new FormBrowser(application.url()));

        assertThat(groups(userId)).containsExactly("portfolio");
        assertThat(user("renamed-" + userId)).isNull();
    }

    @Test
    void whoever_comes_by_single_sign_on_has_no_password_and_gets_none() {
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        logIn(browser);

        for (String guess : List.of("", "null", RunningApplication.PASSWORD)) {
            assertThat(LoggedInClient.forPrograms(application.url(), userId, guess)
                            .get("/api/projects")
                            .status())
                    .isEqualTo(401);
        }
        HttpAnswer given = application
                .as(RunningApplication.ADMIN)
                .put(
                        "/engine-rest/user/" + userId + "/credentials",
                        Map.of(
                                "password",
                                RunningApplication.PASSWORD,
                                "authenticatedUserPassword",
                                RunningApplication.PASSWORD));
        assertThat(given.status()).isEqualTo(400);
        assertThat(given.body()).contains("logs in by single sign-on and has no password here");
        assertThat(application.as(userId).get("/api/projects").status()).isEqualTo(401);
    }

    @Test
    void a_local_user_whom_an_administrator_deletes_can_come_back_by_single_sign_on_and_the_other_way_round() {
        application.user(userId, "portfolio");
        application.as(RunningApplication.ADMIN);
        application.engine().getIdentityService().deleteUser(userId);
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        assertThat(location(logIn(browser))).endsWith("/jobs");

        application.engine().getIdentityService().deleteUser(userId);
        application.user(userId, "portfolio");

        assertThat(refusal(logIn(new FormBrowser(application.url()))))
                .contains("A user with your name exists here already");
    }

    @Test
    void whoever_is_deactivated_here_does_not_come_in_by_the_provider_until_activated_again() {
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        logIn(browser);
        FormBrowser admin = new FormBrowser(application.url());
        admin.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        String page = "/people/person?login=" + userId;
        assertThat(admin.get(page).body())
                .contains("This person comes by single sign-on", "They come from single sign-on at each login.")
                .doesNotContain("Send a link to set a password");
        assertThat(admin.post(page, "/people/person/link", Map.of("login", userId))
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post(
                                page,
                                "/people/person/details",
                                Map.of("login", userId, "firstName", "Eve", "email", "e@x.org"))
                        .body())
                .contains("come from single sign-on: change them there");

        admin.post(page, "/people/person/deactivate", Map.of("login", userId));

        assertThat(location(browser.get("/jobs"))).endsWith("/login");
        FormBrowser again = new FormBrowser(application.url());
        String refused = location(logIn(again));
        assertThat(refused).endsWith("/login?sso=deactivated");
        assertThat(again.get("/login?sso=deactivated").body()).contains("Your user here is deactivated.");
        assertThat(groups(userId)).isEmpty();

        admin.post(page, "/people/person/activate", Map.of("login", userId));
        assertThat(location(logIn(new FormBrowser(application.url())))).endsWith("/jobs");
        assertThat(groups(userId)).contains("accounting-approvers");
    }

    @Test
    void an_e_mail_address_that_the_provider_does_not_vouch_for_is_not_believed() {
        Map<String, Object> claims = person(userId, List.of());
        claims.put("email_verified", false);
        provider.isVisitedBy(userId, claims);

        logIn(browser);

        assertThat(user(userId).getEmail()).isNull();
    }

    @Test
    void a_person_without_a_name_is_refused_in_words() {
        provider.isVisitedBy("subject-without-a-name", person("", APPROVERS));

        assertThat(refusal(logIn(browser))).contains("tells no user name that can be used here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "o'brien@example.com > o-brien@example.com",
                "o\u2019brien@example.org > o-brien@example.org",
                "j\u00f6rg.m\u00fcller@example.com > jorg.muller@example.com",
                "jo\u0308rg.gro\u00df@example.com > jorg.gross@example.com",
                "\u0141ukasz@example.com > Lukasz@example.com",
                "auth0|64f1c2d3e4f5a6b7c8d9e0f1 > auth0-64f1c2d3e4f5a6b7c8d9e0f1",
                "anna_supplier.com#EXT#@contoso.onmicrosoft.com > anna_supplier.com-EXT-@contoso.onmicrosoft.com",
                "CONTOSO\\anna > CONTOSO-anna",
                "anna, ben > anna-ben",
            })
    void a_name_that_no_user_can_have_here_becomes_one_that_people_recognise(String name, String id) {
        provider.isVisitedBy("subject-of-" + name, person(name, APPROVERS));

        assertThat(location(logIn(browser))).endsWith("/jobs");

        assertThat(groups(id)).contains("accounting-approvers");
        assertThat(location(logIn(new FormBrowser(application.url()))))
                .as("again")
                .endsWith("/jobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "m\u00fcller@", "\u674e\u660e|", "#EXT#"})
    void a_long_name_and_one_in_other_letters_get_an_id_with_a_hash(String part) {
        String name = (part.repeat(255) + userId).substring(0, 255);
        List<String> ids = Stream.of("first-", "second-")
                .map(subject -> idOf(subject + name, name))
                .toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        id -> assertThat(id).hasSizeLessThanOrEqualTo(64).matches("[a-zA-Z0-9._@+-]+-[0-9a-f]{10}"));
        assertThat(idOf("first-" + name, "renamed-" + name)).isEqualTo(ids.get(0));
    }

    @Test
    void people_whose_names_look_alike_here_stay_two_whoever_comes_first() {
        String accented = idOf("accented-" + userId, "\u00e4" + userId);
        String quoted = idOf("quoted-" + userId, "a\u0308\u0301" + userId);
        String plain = idOf("plain-" + userId, "a" + userId);
        application.user("b" + userId, "portfolio");
        String besidePassword = idOf("beside-" + userId, "b\u0301" + userId);

        assertThat(accented).isEqualTo("a" + userId);
        assertThat(List.of(quoted, plain)).allSatisfy(id -> assertThat(id).matches("a" + userId + "-[0-9a-f]{10}"));
        assertThat(besidePassword).matches("b" + userId + "-[0-9a-f]{10}");
        assertThat(List.of(accented, quoted, plain, besidePassword)).doesNotHaveDuplicates();
        assertThat(groups("b" + userId)).containsExactly("portfolio");
        assertThat(idOf("accented-" + userId, "a" + userId)).as("renamed").isEqualTo(accented);
    }

    @Test
    void whom_the_provider_does_not_let_in_is_told_so() {
        provider.isVisitedBy(userId, Map.of("denied", true));

        assertThat(refusal(logIn(browser))).contains("Your single sign-on did not let you in.");
    }

    @Test
    void a_callback_that_nobody_asked_for_or_that_another_browser_asked_for_opens_nothing() {
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        URI genuine = answer(browser);
        FormBrowser other = new FormBrowser(application.url());

        assertThat(refusal(other.getAt(genuine))).contains("began in another browser");
        assertThat(refusal(other.get("/login/oauth2/code/oidc?code=stolen&state=guessed")))
                .contains("began in another browser");

        assertThat(location(other.get("/jobs"))).endsWith("/login");
        assertThat(location(browser.getAt(genuine))).endsWith("/jobs");
    }

    @Test
    void a_token_that_the_provider_did_not_sign_or_that_belongs_to_another_login_is_not_believed() {
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        provider.isReplacedByAnImpostor();
        assertThat(refusal(logIn(browser))).contains("Single sign-on failed.");

        Map<String, Object> replayed = person(userId, APPROVERS);
        replayed.put("nonce", "of-another-login");
        provider.isVisitedBy(userId, replayed);
        assertThat(refusal(logIn(browser))).contains("Single sign-on failed.");

        assertThat(user(userId)).isNull();
    }

    @Test
    void logout_ends_the_session_here_and_at_the_provider() {
        provider.isVisitedBy(userId, person(userId, APPROVERS));
        logIn(browser);

        String next = location(browser.post("/jobs", "/logout", Map.of()));

        assertThat(next)
                .startsWith(provider.issuer() + "/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=https://erp.example.com/login");
        assertThat(location(browser.get("/jobs"))).endsWith("/login");
    }

    @Test
    void whoever_logged_in_with_a_password_logs_out_here_only() {
        browser.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);

        assertThat(location(browser.post("/jobs", "/logout", Map.of()))).endsWith("/login?logout");
    }

    private static Map<String, Object> person(String name, Collection<String> groups) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("preferred_username", name);
        claims.put("given_name", "Anna");
        claims.put("family_name", "Keller");
        claims.put("email", "anna@example.com");
        claims.put("email_verified", true);
        claims.put("groups", List.copyOf(groups));
        return claims;
    }

    /** The id of the user that this person is here. */
    private static String idOf(String subject, String name) {
        Map<String, Object> claims = person(name, List.of());
        claims.put("family_name", subject.length() > 100 ? subject.substring(0, 100) : subject);
        provider.isVisitedBy(subject, claims);
        assertThat(location(logIn(new FormBrowser(application.url())))).endsWith("/jobs");
        return application
                .engine()
                .getIdentityService()
                .createUserQuery()
                .userLastName(claims.get("family_name").toString())
                .singleResult()
                .getId();
    }

    /** What the application answers in the end. */
    private static HttpResponse<String> logIn(FormBrowser browser) {
        return browser.getAt(answer(browser));
    }

    /** Where the provider sends the browser, at this application's real address. */
    private static URI answer(FormBrowser browser) {
        String back = location(browser.getAt(URI.create(location(browser.get(START)))));
        assertThat(back).startsWith("https://erp.example.com/login/oauth2/code/oidc?");
        return URI.create(back.replace("https://erp.example.com", application.url()));
    }

    /** The login page to which the answer leads. */
    private String refusal(HttpResponse<String> answer) {
        String page = location(answer);
        assertThat(page).contains("/login?sso=");
        return browser.get(page.substring(page.indexOf("/login"))).body();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static User user(String id) {
        return application
                .engine()
                .getIdentityService()
                .createUserQuery()
                .userId(id)
                .singleResult();
    }

    private static List<String> groups(String id) {
        return application.engine().getIdentityService().createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .toList();
    }
}
