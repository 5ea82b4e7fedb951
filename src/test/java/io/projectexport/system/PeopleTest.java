package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators keep the people of an installation, and people set their passwords, over HTTP. */
@ExtendWith(SharedApplication.class)
class PeopleTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https://erp\\.example\\.com/password#([0-9a-f]{96})");
    private static final String NEW_PASSWORD = "a much longer horse";

    private final RunningApplication application;
    private final FormBrowser admin;
    private final FormBrowser stranger;
    private final String userId = "person-" + UUID.randomUUID();

    PeopleTest(RunningApplication application) {
        this.application = application;
        admin = browser(RunningApplication.ADMIN);
        stranger = new FormBrowser(application.url());
    }

    private FormBrowser browser(String login) {
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn(login, RunningApplication.PASSWORD);
        return browser;
    }

    private HttpResponse<String> add(String... rights) {
        Map<String, String> fields = new HashMap<>(
                Map.of("userId", userId, "firstName", "Nora", "lastName", "New", "email", userId + "@example.com"));
        Stream.of(rights).forEach(right -> fields.put(right, "yes"));
        return admin.post("/people/new", "/people/new", fields);
    }

    private HttpResponse<String> change(FormBrowser by, String action, String login, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("login", login));
        Stream.of(fields).forEach(field -> form.put(field, "yes"));
        return by.post("/people/new", "/people/person/" + action, form);
    }

    /** The code of the person's newest mail. */
    private String code(int mails) {
        await().atMost(SOON).until(() -> mails().size() >= mails);
        Matcher link = LINK.matcher(mails().get(mails - 1).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<ShownMail> mails() {
        return application.mail().mails().stream()
                .filter(mail -> mail.to().equals(userId + "@example.com")
                        && mail.subject().contains("password"))
                .sorted(Comparator.comparing(ShownMail::number))
                .toList();
    }

    private HttpResponse<String> set(String code, String password) {
        return new FormBrowser(application.url())
                .post("/password", "/password", Map.of("code", code, "password", password, "repeated", password));
    }

    private int status(String password) {
        return LoggedInClient.forPrograms(application.url(), userId, password)
                .get("/engine-rest/identity/groups?userId=" + userId)
                .status();
    }

    private List<String> groups(String login) {
        IdentityService identities = application.engine().getIdentityService();
        return identities.createGroupQuery().groupMember(login).orderByGroupId().asc().list().stream()
                .map(Group::getId)
                .toList();
    }

    @Test
    void new_person_sets_a_password_by_the_mail_and_is_an_approver_at_once() {
        assertThat(add("ERP_ADMINISTRATION", "PUSH").statusCode()).isEqualTo(302);
        assertThat(groups(userId)).containsExactly("accounting-approvers", "can-push-to-accounting", "erp-admin");
        String code = code(1);
        assertThat(mails().get(0).text()).contains("Hello Nora New,", "Your user name: " + userId);

        assertThat(set(code, NEW_PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?password"));

        assertThat(status(NEW_PASSWORD)).isEqualTo(200);
        assertThat(set(code, "another good horse").body()).contains("This link was used already.");
        assertThat(status(NEW_PASSWORD)).isEqualTo(200);
    }

    @Test
    void secret_of_a_link_is_stored_nowhere() {
        add();
        String secret = code(1).substring(32);

        assertThat(application
                        .database()
                        .sql(
                                "select count(*) from password_link where secret_hash = :secret or cast(id as text) = :secret")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(application
                        .database()
                        .sql("select count(*) from mail_outbox where content like :secret")
                        .param("secret", "%" + secret + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "short, The password is too short",
        "'', Password is missing",
    })
    void refused_password_leaves_the_link_as_it_was(String password, String words) {
        add();
        String code = code(1);

        HttpResponse<String> refused = set(code, password);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(words, "value=\"" + code + "\"");
        assertThat(set(code, "my name is " + userId).body()).contains("contains the user&#39;s id");
        assertThat(stranger.post(
                                "/password",
                                "/password",
                                Map.of("code", code, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD + "x"))
                        .body())
                .contains("Both passwords have to be the same");

        assertThat(set(code, NEW_PASSWORD).statusCode()).isEqualTo(302);
    }

    static Stream<String> foreignCodes() {
        return Stream.of(
                "",
                "x",
                "0".repeat(96),
                "f".repeat(96),
                UUID.randomUUID().toString().replace("-", "") + "0".repeat(64),
                "' or 1=1 --",
                "0".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("foreignCodes")
    void codes_that_nobody_got_are_refused_alike(String code) {
        HttpResponse<String> refused = set(code, NEW_PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This link does not work.", "ask an administrator to send you another one");
    }

    @Test
    void right_link_with_another_secret_does_not_work() {
        add();
        String code = code(1);
        String other = code.substring(0, 95) + (code.endsWith("0") ? "1" : "0");

        assertThat(set(other, NEW_PASSWORD).body()).contains("This link does not work.");
        assertThat(set(code, NEW_PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void link_is_over_after_a_day_and_another_one_replaces_it() {
        add();
        String first = code(1);
        application
                .database()
                .sql("update password_link set expires_at = expires_at - interval '25 hours' where user_id = ?")
                .param(userId)
                .update();
        assertThat(set(first, NEW_PASSWORD).body()).contains("valid for one day, which is over");

        change(admin, "link", userId);

        String second = code(2);
        assertThat(set(first, NEW_PASSWORD).body()).contains("a newer mail has replaced it");
        assertThat(set(second, NEW_PASSWORD).statusCode()).isEqualTo(302);
        assertThat(admin.get("/people/person?login=" + userId).body()).contains("The last link was used");
    }

    @Test
    void link_for_a_new_password_leaves_the_present_one_until_it_is_used_and_ends_sessions_then() {
        application.user(userId, "portfolio");
        FormBrowser session = browser(userId);
        assertThat(session.get("/jobs").statusCode()).isEqualTo(200);
        change(admin, "link", userId);
        String code = code(1);
        assertThat(status(RunningApplication.PASSWORD)).isEqualTo(200);
        assertThat(mails().get(0).subject()).isEqualTo("Project Export: set a new password");

        set(code, NEW_PASSWORD);

        assertThat(status(RunningApplication.PASSWORD)).isEqualTo(401);
        assertThat(status(NEW_PASSWORD)).isEqualTo(200);
        assertThat(session.get("/jobs").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "program"})
    void link_at_an_address_that_was_corrected_since_lets_nobody_in(String door) {
        add();
        String code = code(1);
        String page = "/people/person?login=" + userId;
        Map<String, String> details = new HashMap<>(Map.of("login", userId, "firstName", "N.", "lastName", "New"));
        details.put("email", userId + "@example.com");
        admin.post(page, "/people/person/details", details);
        assertThat(admin.get(page).body()).as("another name alone").contains("A link was sent; it works until");

        if (door.equals("page")) {
            details.put("email", "right." + userId + "@example.com");
            admin.post(page, "/people/person/details", details);
        } else {
            Map<String, String> profile = Map.of("id", userId, "email", "right." + userId + "@example.com");
            application.as(RunningApplication.ADMIN).put("/engine-rest/user/%s/profile".formatted(userId), profile);
        }

        HttpResponse<String> refused = set(code, NEW_PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("went to another e-mail address", "Ask an administrator");
        assertThat(status(NEW_PASSWORD)).isEqualTo(401);
        assertThat(admin.get(page).body()).contains("A link was sent to another e-mail address");
    }

    @ParameterizedTest
    @CsvSource({"rights, PUSH", "rights, PUSH+SUBMIT", "deactivate, ''", "link, ''"})
    void several_administrators_who_do_the_same_at_the_same_moment_see_no_error(String action, String fields)
            throws Exception {
        application.user(userId);
        List<FormBrowser> administrators = Stream.generate(() -> browser(RunningApplication.ADMIN))
                .limit(4)
                .toList();
        String[] wanted = fields.isEmpty() ? new String[0] : fields.split("\\+");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers = threads.invokeAll(administrators.stream()
                    .map(by -> (Callable<Integer>)
                            () -> change(by, action, userId, wanted).statusCode())
                    .toList());

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(302, 409);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(admin.get("/people/person?login=" + userId).statusCode()).isEqualTo(200);
    }

    /** As by an administrator who corrects the name while another one activates the person. */
    @Test
    void activation_that_meets_another_change_takes_place_or_says_that_it_did_not() throws Exception {
        application.user(userId, "portfolio");
        change(admin, "deactivate", userId);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = application.bean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            try (Statement correction = other.createStatement()) {
                correction.execute("update ACT_ID_USER set REV_ = REV_ + 1 where ID_ = '%s'".formatted(userId));
            }
            Future<HttpResponse<String>> activated = thread.submit(() -> change(admin, "activate", userId));
            await().atMost(SOON).until(() -> activated.isDone() || isActivationWaiting());
            other.commit();

            assertThat(activated.get().statusCode()).isEqualTo(409);
            assertThat(activated.get().body()).contains("somebody else changed this person at the same moment");
        } finally {
            thread.shutdownNow();
        }
        assertThat(groups(userId)).isEmpty();
    }

    private boolean isActivationWaiting() {
        return application
                .database()
                .sql(
                        "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock' and query like '%ACT_ID_USER%'")
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\0body", "\0", "ad\0min"})
    void name_that_the_database_does_not_take_is_nobody_s(String name) {
        assertThat(stranger.post("/login", "/login", Map.of("username", name, "password", RunningApplication.PASSWORD))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
    }

    @Test
    void of_several_who_use_a_link_at_the_same_moment_one_sets_the_password() throws Exception {
        add();
        String code = code(1);
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> answers = people.invokeAll(IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<Integer>)
                            () -> set(code, NEW_PASSWORD + i).statusCode())
                    .toList());

            List<Integer> done = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).get() == 302) {
                    done.add(i);
                }
            }
            assertThat(done).hasSize(1);
            assertThat(status(NEW_PASSWORD + done.get(0))).isEqualTo(200);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void page_to_set_a_password_takes_no_forged_form_and_keeps_no_code_in_addresses() {
        assertThat(stranger.send("/password", Map.of("code", "0".repeat(96), "password", NEW_PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> page = stranger.get("/password");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(page.body()).doesNotContain("method=\"get\"");
    }

    @Test
    void deactivated_person_comes_in_by_no_door_and_comes_back_as_before() {
        application.user(userId, "erp-standard", "can-push-to-accounting");
        FormBrowser session = browser(userId);
        LoggedInClient tasklist = application.inBrowser(userId);
        assertThat(tasklist.get(tasklist.engine("/task")).isOk()).isTrue();

        assertThat(change(admin, "deactivate", userId).statusCode()).isEqualTo(302);

        assertThat(session.get("/jobs").statusCode()).isEqualTo(302);
        assertThat(tasklist.get(tasklist.engine("/task")).status()).isEqualTo(401);
        assertThat(application.as(userId).get("/api/projects").status()).isEqualTo(401);
        assertThat(application.as(userId).get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(stranger.post(
                                "/login", "/login", Map.of("username", userId, "password", RunningApplication.PASSWORD))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(groups(userId)).isEmpty();
        assertThat(admin.get("/people?show=approvers&search=" + userId).body()).contains("Nobody here fits");
        assertThat(admin.get("/people/person?login=" + userId).body()).contains("Deactivated on", "Activate again");
        assertThat(change(admin, "link", userId).body()).contains("is deactivated: activate the person first");
        assertThat(change(admin, "rights", userId, "ADMINISTER").body()).contains("activate the person first");

        assertThat(change(admin, "activate", userId).statusCode()).isEqualTo(302);

        assertThat(groups(userId)).containsExactly("accounting-approvers", "can-push-to-accounting", "erp-standard");
        assertThat(application.as(userId).get("/api/projects").status()).isEqualTo(200);
    }

    @Test
    void deactivation_ends_a_link_and_the_mails_to_its_person() {
        add("SUBMIT");
        String code = code(1);
        set(code, NEW_PASSWORD);
        SubmittedProjects projects = new SubmittedProjects(application);
        String exportId = LoggedInClient.forPrograms(application.url(), userId, NEW_PASSWORD)
                .post("/api/projects", SubmittedProjects.fields("Left Bridge"))
                .text("exportId");
        change(admin, "link", userId);
        String second = code(2);

        change(admin, "deactivate", userId);

        assertThat(set(second, "another good horse").body()).contains("This link does not work.");
        String approver = application.user("approver-" + UUID.randomUUID(), "erp-standard", "can-push-to-accounting");
        application.as(approver).post("/api/projects/" + exportId + "/reject", Map.of("comment", "Too dear."));
        assertThat(projects.status(exportId)).isEqualTo("REJECTED");
        await().atMost(SOON)
                .until(() -> application
                                .engine()
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(exportId)
                                .count()
                        == 0);
        assertThat(application.mail().mails())
                .noneMatch(mail -> mail.to().equals(userId + "@example.com")
                        && mail.subject().contains("rejected"));
        assertThat(projects.seenByAdmin(exportId).body()).contains(userId);
    }

    @Test
    void nobody_deactivates_themselves_nor_takes_the_last_administration() {
        assertThat(change(admin, "deactivate", RunningApplication.ADMIN).body())
                .contains("Ask another administrator to deactivate you");
        application.user(userId, "camunda-admin");
        FormBrowser other = browser(userId);

        assertThat(change(other, "rights", userId, "seen.ADMINISTER").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/jobs"));

        assertThat(other.get("/people").statusCode()).isEqualTo(403);
        assertThat(groups(userId)).isEmpty();
    }

    @Test
    void rights_that_somebody_else_changed_meanwhile_stay() {
        application.user(userId, "portfolio", "erp-standard");
        // the page was opened when the person was in portfolio alone
        change(admin, "rights", userId, "seen.SUBMIT", "SUBMIT", "PUSH", "WATCH");

        assertThat(groups(userId))
                .containsExactly(
                        "accounting-approvers",
                        "can-push-to-accounting",
                        "erp-standard",
                        "portfolio",
                        "process-owners");

        change(admin, "rights", userId, "seen.PUSH", "seen.WATCH", "seen.SUBMIT", "seen.ADMINISTER");
        assertThat(groups(userId)).containsExactly("erp-standard");
    }

    @Test
    void taken_name_and_bad_input_are_refused_at_their_fields_and_leave_nothing() {
        String upper = userId.toUpperCase(Locale.ROOT);
        application.user(upper, "portfolio");
        HttpResponse<String> taken = add("ADMINISTER");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body())
                .contains("User name " + upper + " is taken", "aria-invalid=\"true\"", "value=\"Nora\"");

        HttpResponse<String> bad = admin.post(
                "/people/new",
                "/people/new",
                Map.of("userId", "a b<script>", "firstName", "", "email", "nobody@", "PUSH", "yes"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body())
                .contains("User name may have letters", "E-mail address must be", "a b&lt;script&gt;")
                .containsPattern("name=\"PUSH\"[^>]*checked")
                .doesNotContain("<script>");
        assertThat(application
                        .engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId(userId)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-of-this-name", "", "../admin", "a b", "%27"})
    void page_of_nobody_says_so(String login) {
        HttpResponse<String> page = admin.get("/people/person?login=" + login.replace(" ", "%20"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nobody of this user name here.");
    }

    @Test
    void user_names_with_signs_of_addresses_have_a_page_too() {
        String odd = "o+x." + userId + "@example.com";
        application.user(odd, "portfolio");

        String list = admin.get("/people?search=" + userId).body();
        Matcher link =
                Pattern.compile("href=\"(/people/person\\?login=[^\"]+)\"").matcher(list);
        assertThat(link.find()).isTrue();
        assertThat(admin.get(link.group(1)).body()).contains("<dd>" + odd + "</dd>");
    }

    @Test
    void csv_tells_who_is_an_approver_and_why_not_and_holds_no_formula() {
        application.user(userId, "can-push-to-accounting");
        application
                .database()
                .sql("update ACT_ID_USER set FIRST_ = '=cmd()' where ID_ = ?")
                .param(userId)
                .update();

        HttpResponse<String> file = admin.get("/people/people.csv?search=" + userId);

        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"people.csv\"");
        assertThat(file.body())
                .contains("userName,firstName,lastName,email,active,login,maySubmit,erpAccess,erpAdministrator,"
                        + "canPushToAccounting,processOwner,administrator,otherGroups,accountingApprover,whyNoApprover")
                .contains(userId + ",'=cmd(),,")
                .contains(",no,no,no,yes,no,no,,no,Needs ERP access as well");
        assertThat(admin.get("/people?show=no-approvers-yet&search=" + userId).body())
                .contains("Needs ERP access as well");
    }

    @Test
    void changed_name_and_address_count_and_a_bad_address_does_not() {
        application.user(userId, "portfolio");
        String page = "/people/person?login=" + userId;
        HttpResponse<String> bad = admin.post(
                page, "/people/person/details", Map.of("login", userId, "firstName", "Nora", "email", "n@ö"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("E-mail address must be", "value=\"Nora\"");

        admin.post(
                page,
                "/people/person/details",
                Map.of(
                        "login",
                        userId,
                        "firstName",
                        "Nora",
                        "lastName",
                        "N\u200Bew",
                        "email",
                        "nora." + userId + "@example.com"));

        assertThat(admin.get(page).body()).contains("Nora New", "nora." + userId + "@example.com", "Saved.");
    }

    @Test
    void camunda_admins_door_keeps_the_same_rules() {
        application.user(userId, "portfolio");
        change(admin, "deactivate", userId);
        LoggedInClient program = application.as(RunningApplication.ADMIN);

        assertThat(program.post("/engine-rest/user/%s/unlock".formatted(userId)).body())
                .contains("is deactivated: activate the user");
        assertThat(program.put("/engine-rest/group/erp-standard/members/" + userId, Map.of())
                        .body())
                .contains("is deactivated: activate the user");
        assertThat(program.delete("/engine-rest/group/camunda-admin").body())
                .contains("The group of administrators stays");
    }
}
