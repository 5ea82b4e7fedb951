package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.access.login.RefusedSignIns;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people change about the installation, through whichever door, stands in the audit log, and what was refused does not. */
@ExtendWith(SharedApplication.class)
class AuditLogTest {

    private static final String PAGE = "/admin/audit";

    private final RunningApplication application;
    private final LoggedInClient admin;
    private final String name = "audited-" + UUID.randomUUID();

    AuditLogTest(RunningApplication application) {
        this.application = application;
        this.admin = application.as(RunningApplication.ADMIN);
    }

    private record Line(
            String who,
            String address,
            String kind,
            String what,
            String subject,
            String before,
            String after,
            long times) {}

    /** In the order in which they were written. */
    private List<Line> lines(String about) {
        return application
                .database()
                .sql(
                        "select * from audit_entry where concat(subject, before_value, after_value, who) like ? order by id")
                .param("%" + about + "%")
                .query((row, number) -> new Line(
                        row.getString("who"),
                        row.getString("address"),
                        row.getString("kind"),
                        row.getString("what"),
                        row.getString("subject"),
                        row.getString("before_value"),
                        row.getString("after_value"),
                        row.getLong("times")))
                .list();
    }

    private List<String> said(String about) {
        return lines(about).stream()
                .map(line -> "%s: %s %s -> %s".formatted(line.what(), line.subject(), line.before(), line.after()))
                .toList();
    }

    @Test
    void users_through_camundas_rest_api() {
        admin.post("/engine-rest/user/create", user("Ann", "ann@example.com"));
        admin.put("/engine-rest/user/%s/profile".formatted(name), profile("Anna", "ann@example.com"));
        admin.put("/engine-rest/user/%s/profile".formatted(name), profile("Anna", "anna@example.com"));
        admin.put("/engine-rest/user/%s/profile".formatted(name), profile("Anna", "anna@example.com"));
        admin.put(
                "/engine-rest/user/%s/credentials".formatted(name),
                Map.of("password", "another-horse-10", "authenticatedUserPassword", RunningApplication.PASSWORD));
        admin.put("/engine-rest/group/portfolio/members/" + name, Map.of());
        admin.delete("/engine-rest/user/" + name);

        assertThat(said(name))
                .containsExactly(
                        "User created: %s null -> Ann Audited <ann@example.com>".formatted(name),
                        "User changed: %s Ann Audited <ann@example.com> -> Anna Audited <ann@example.com>"
                                .formatted(name),
                        "User changed: %s Anna Audited <ann@example.com> -> Anna Audited <anna@example.com>"
                                .formatted(name),
                        "Password changed: %s null -> null".formatted(name),
                        "Member added: %s null -> portfolio".formatted(name),
                        "User deleted: %s Anna Audited <anna@example.com>\nin portfolio -> null".formatted(name));
        assertThat(lines(name))
                .allSatisfy(line -> assertThat(line.who()).isEqualTo(RunningApplication.ADMIN))
                .allSatisfy(line -> assertThat(line.address()).isEqualTo("127.0.0.1"));
        assertThat(everything()).doesNotContain("another-horse-10", RunningApplication.PASSWORD, "{bcrypt}", "{SHA");
    }

    @Test
    void memberships_through_camunda_admin_and_by_the_application_itself() {
        application.user(name, "erp-standard");
        LoggedInClient browser = application.inBrowser(RunningApplication.ADMIN);

        browser.put(browser.engine("/group/can-push-to-accounting/members/" + name), Map.of());
        browser.delete(browser.engine("/group/erp-standard/members/" + name));
        browser.delete(browser.engine("/group/process-owners/members/" + name));

        assertThat(said(name))
                .containsExactly(
                        "User created: %1$s null -> <%1$s@example.com>".formatted(name),
                        "Member added: %s null -> erp-standard".formatted(name),
                        "Member added: %s null -> can-push-to-accounting".formatted(name),
                        "Member removed: %s erp-standard -> null".formatted(name));
        assertThat(lines(name).stream().map(Line::who)).containsExactly("system", "system", "admin", "admin");
    }

    @Test
    void somebody_who_is_deactivated_and_comes_back() {
        application.user(name, "portfolio");
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        String page = "/people/person?login=" + name;

        browser.post(page, "/people/person/deactivate", Map.of("login", name));
        browser.post(page, "/people/person/activate", Map.of("login", name));

        assertThat(said(name))
                .contains(
                        "Member removed: %s portfolio -> null".formatted(name),
                        "User deactivated: %s null -> null".formatted(name),
                        "User activated: %s null -> null".formatted(name))
                .last()
                .asString()
                .startsWith("Member added");
    }

    @Test
    void groups_and_permissions() {
        admin.post("/engine-rest/group/create", Map.of("id", name, "name", "Surveyors", "type", "WORKFLOW"));
        admin.put("/engine-rest/group/" + name, Map.of("id", name, "name", "Quantity surveyors", "type", "WORKFLOW"));
        Map<String, Object> grant = Map.of(
                "type",
                1,
                "groupId",
                name,
                "resourceType",
                0,
                "resourceId",
                "cockpit",
                "permissions",
                List.of("ACCESS"));
        String id = admin.post("/engine-rest/authorization/create", grant).text("id");
        admin.put(
                "/engine-rest/authorization/" + id,
                Map.of("groupId", name, "resourceType", 0, "resourceId", "*", "permissions", List.of("ALL")));
        admin.delete("/engine-rest/authorization/" + id);
        admin.delete("/engine-rest/group/" + name);

        assertThat(said(name))
                .containsExactly(
                        "Group created: %s null -> Surveyors".formatted(name),
                        "Group renamed: %s Surveyors -> Quantity surveyors".formatted(name),
                        "Permission granted: group %s null -> Grant on Application cockpit: ACCESS".formatted(name),
                        "Permission changed: group %s Grant on Application cockpit: ACCESS -> Grant on Application (any): ALL"
                                .formatted(name),
                        "Permission removed: group %s Grant on Application (any): ALL -> null".formatted(name),
                        "Group deleted: %s null -> null".formatted(name));
    }

    @Test
    void what_is_refused_leaves_no_line() {
        application.user(name, "process-owners");
        LoggedInClient owner = application.as(name);
        admin.get("/api/projects");
        long before = count();

        assertThat(owner.put("/engine-rest/group/camunda-admin/members/" + name, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(owner.put("/engine-rest/user/admin/profile", profile("Eve", "eve@example.com"))
                        .status())
                .isIn(403, 404);
        assertThat(admin.put("/engine-rest/group/accounting-approvers/members/" + name, Map.of())
                        .isOk())
                .isFalse();
        assertThat(admin.put("/engine-rest/user/%s/profile".formatted(name), profile("x", "no address"))
                        .isOk())
                .isFalse();
        // the second one is found out when the transaction ends
        assertThat(admin.put("/engine-rest/group/process-owners/members/" + name, Map.of())
                        .isOk())
                .isFalse();

        assertThat(count() - before).as("the owner's first call of this hour").isEqualTo(1);
        assertThat(said(name)).last().asString().startsWith("Signed in");
    }

    @Test
    void models_deployed_suspended_and_deleted() {
        String model = shortModel();
        HttpAnswer deployed = SentDeployment.ofFile(name, name + ".bpmn", model).deployAs(admin);
        assertThat(deployed.isOk()).as(deployed.body()).isTrue();
        SentDeployment.ofFile(name, name + ".bpmn", model).deployAs(admin);
        admin.put("/engine-rest/process-definition/key/%s/suspended".formatted(name), Map.of("suspended", true));
        admin.put("/engine-rest/process-definition/key/%s/suspended".formatted(name), Map.of("suspended", false));
        Deployment last = application
                .engine()
                .getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(name)
                .singleResult();
        admin.delete("/engine-rest/deployment/" + last.getId());

        assertThat(said(name))
                .containsExactly(
                        "Models deployed: %1$s null -> %1$s version 1\nfiles: %1$s.bpmn".formatted(name),
                        "Model suspended: %s version 1 null -> null".formatted(name),
                        "Model activated: %s version 1 null -> null".formatted(name),
                        "Deployment deleted: %s null -> null".formatted(name));
        assertThat(said("project-export"))
                .as("of the first start, too")
                .anySatisfy(line -> assertThat(line).startsWith("Models deployed"));
    }

    private String shortModel() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://example.com">
                  <process id="%s" name="Audited" isExecutable="true" camunda:historyTimeToLive="P30D" camunda:versionTag="1.0">
                    <startEvent id="startEvent_begin" name="Begin"/>
                    <sequenceFlow id="flow_end" sourceRef="startEvent_begin" targetRef="endEvent_end"/>
                    <endEvent id="endEvent_end" name="End"/>
                  </process>
                </definitions>
                """.formatted(name);
    }

    @Test
    void sessions_when_they_begin_and_programs_once_an_hour() {
        application.user(name, "portfolio");

        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn(name, RunningApplication.PASSWORD);
        browser.get("/jobs");
        browser.get("/profile");
        application.inBrowser(name);
        IntStream.range(0, 5).forEach(call -> application.as(name).get("/api/projects"));
        IntStream.range(0, 5).forEach(call -> application.as(name).get("/engine-rest/task"));

        assertThat(lines(name).stream().filter(line -> line.kind().equals("SIGN_IN")))
                .allSatisfy(line -> assertThat(line.who()).isEqualTo(name))
                .allSatisfy(line -> assertThat(line.address()).isEqualTo("127.0.0.1"))
                .extracting(Line::after)
                .containsExactly(
                        "by password", "by password", "by HTTP Basic; further calls within an hour are not noted");
    }

    @Test
    void refused_sign_ins_are_counted_and_unknown_names_are_not_kept() {
        application.bean(RefusedSignIns.class).write();
        application.user(name, "portfolio");
        String typo = "correct-horse-" + UUID.randomUUID();
        IntStream.range(0, 3).forEach(guess -> basic(name, "guess-" + guess, "198.51.100.7"));
        IntStream.range(0, 4).forEach(guess -> basic(name, "guess-" + guess, "198.51.100.8"));
        IntStream.range(0, 10).forEach(guess -> basic(typo + guess, "x", "198.51.100.9"));
        FormBrowser browser = new FormBrowser(application.url());
        browser.post("/login", "/login", Map.of("username", name, "password", "guessed"));

        application.bean(RefusedSignIns.class).write();

        assertThat(lines(name).stream().filter(line -> line.kind().equals("REFUSED_SIGN_IN")))
                .extracting(line -> "%s %d %s".formatted(line.address(), line.times(), line.what()))
                .containsExactlyInAnyOrder(
                        "198.51.100.7 3 Wrong name or password",
                        "198.51.100.8 4 Wrong name or password",
                        "127.0.0.1 1 Wrong name or password");
        assertThat(application
                        .database()
                        .sql(
                                "select sum(times) from audit_entry where who = 'unknown name' and address = '198.51.100.9'")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
        assertThat(everything()).doesNotContain(typo, "guess-1");
    }

    private void basic(String userId, String password, String from) {
        String login = Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.url() + "/api/projects"))
                .header("Authorization", "Basic " + login)
                .header("X-Forwarded-For", from)
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isIn(401, 429);
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void usual_reasons() {
        FormBrowser browser = browser(RunningApplication.ADMIN);
        String mark =
                browser.get("/admin/reasons").body().replaceFirst("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        browser.post("/admin/reasons", "/admin/reasons", Map.of("mark", mark, "action", "add", "text", name));
        browser.post(
                "/admin/reasons", "/admin/reasons", Map.of("mark", mark, "action", "add", "text", "too late " + name));

        assertThat(lines(name))
                .singleElement()
                .satisfies(line -> assertThat(line.what()).isEqualTo("Usual reasons changed"))
                .satisfies(line -> assertThat(line.who()).isEqualTo(RunningApplication.ADMIN))
                .satisfies(line -> assertThat(line.after()).endsWith(name));
        application
                .database()
                .sql("update standard_reasons set reasons = '[]', version = version + 1")
                .update();
    }

    @Test
    void steps_of_projects_stand_between_the_others_and_are_found_by_project_person_and_kind() {
        application.user(name, "portfolio");
        String approver = application.user(name + "-approver", "erp-standard", "can-push-to-accounting");
        SubmittedProjects projects = new SubmittedProjects(application);
        String exportId = projects.submit(name, "Audited Bridge");
        application.as(approver).post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", "Too high."));
        FormBrowser browser = browser(RunningApplication.ADMIN);
        String number = projects.seenByAdmin(exportId).text("projectNumber");

        assertThat(page(browser, "kind=PROJECT&search=" + encoded(number)))
                .contains("/jobs/" + exportId, "Submitted", "Rejected", "Too high.")
                .doesNotContain("User created");
        assertThat(page(browser, "who=" + approver))
                .contains("Rejected", "Signed in")
                .doesNotContain(">Submitted<");
        assertThat(page(browser, "kind=USER&search=" + name))
                .contains("User created")
                .doesNotContain(exportId);
        assertThat(page(browser, "search=" + encoded(number + " rejected")))
                .contains("Too high.")
                .doesNotContain(">Submitted<");
        assertThat(page(browser, "to=2020-01-01")).contains("Nothing like this was noted.");
        assertThat(page(browser, "from=2020-01-01&who=" + name)).contains("Audited Bridge");
    }

    @Test
    void pages_follow_each_other_without_gap_and_the_file_has_them_all() {
        application.user(name, "portfolio");
        IntStream.range(0, 120)
                .forEach(i -> application
                        .database()
                        .sql("insert into audit_entry (happened_at, kind, who, what, subject, times, search_text)"
                                + " values (current_timestamp, 'GROUP', 'system', 'Member added', ?, 1, ?)")
                        .params(name + "-line-" + i, name)
                        .update());
        FormBrowser browser = browser(RunningApplication.ADMIN);
        String first = page(browser, "kind=GROUP&search=" + name);
        String second = browser.get(older(first)).body();
        String third = browser.get(older(second)).body();

        assertThat(IntStream.range(0, 120).mapToObj(i -> ">" + name + "-line-" + i + "<"))
                .allSatisfy(line -> assertThat(List.of(first, second, third))
                        .filteredOn(page -> page.contains(line))
                        .hasSize(1));
        assertThat(third).contains(">Newest<").doesNotContain(">Older<");
        HttpResponse<String> file = browser.get("/admin/audit.csv?kind=GROUP&search=" + name);
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
        assertThat(file.body().lines()).hasSize(1 + 1 + 120);
    }

    private static String older(String page) {
        return page.replaceFirst("(?s).*href=\"([^\"]*)\">Older<.*", "$1").replace("&amp;", "&");
    }

    @Test
    void names_are_text_on_the_page_and_in_a_spreadsheet() {
        admin.post("/engine-rest/user/create", user("<script>alert(1)</script>", "cmd@example.com"));
        admin.post(
                "/engine-rest/group/create",
                Map.of("id", name, "name", "=HYPERLINK(\"http://evil.example\")", "type", "x"));
        FormBrowser browser = browser(RunningApplication.ADMIN);

        assertThat(page(browser, "search=" + name))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
        assertThat(browser.get("/admin/audit.csv?search=" + name).body())
                .contains("\"'=HYPERLINK(")
                .doesNotContain(",\"=HYPERLINK(", ",=HYPERLINK(");
        for (String typed : List.of("\"><script>", "100%", "_", "\\", "' or 1=1 --")) {
            assertThat(page(browser, "search=%1$s&who=%1$s".formatted(encoded(typed))))
                    .contains("Nothing like this was noted.")
                    .doesNotContain("\"><script>");
        }
    }

    @Test
    void what_cannot_be_asked_for_is_said() {
        FormBrowser browser = browser(RunningApplication.ADMIN);

        assertThat(browser.get(PAGE + "?kind=NOTHING").statusCode()).isEqualTo(400);
        HttpResponse<String> refused = browser.get(PAGE + "?from=yesterday");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("From is no date: write it as 2027-03-31.");
        assertThat(browser.get(PAGE + "?to=999999999-01-01").statusCode()).isEqualTo(400);
        assertThat(browser.get(PAGE + "?after=9999999999999.0-1-1").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/admin/audit.csv?to=never").statusCode()).isEqualTo(400);
        assertThat(browser.get(PAGE + "?who=%00&search=%00").body()).contains("Nothing like this was noted.");
    }

    @Test
    void refused_sign_ins_from_all_addresses_of_a_network_are_one_line_and_many_names_few() {
        RefusedSignIns refused = application.bean(RefusedSignIns.class);
        refused.write();
        application.user(name, "portfolio");
        IntStream.range(0, 8).forEach(i -> basic(name, "guess", "2001:db8:7:8::" + Integer.toHexString(i + 1)));
        IntStream.range(0, 22).forEach(i -> basic("n\0" + i, "guess", "203.0.113." + i));
        IntStream.range(0, 3).forEach(i -> basic("name-" + i, "guess", "198.51.100." + (100 + i)));

        refused.write();

        assertThat(lines(name).stream().filter(line -> line.kind().equals("REFUSED_SIGN_IN")))
                .extracting(Line::address)
                .containsOnly("2001:db8:7:8:0:0:0:0/64");
        assertThat(application
                        .database()
                        .sql("select count(*) from audit_entry where kind = 'REFUSED_SIGN_IN'"
                                + " and (address like '203.0.113.%' or address like '198.51.100.1__')")
                        .query(Long.class)
                        .single())
                .isLessThan(20);
    }

    static List<Member> members() {
        return Member.representative().toList();
    }

    @ParameterizedTest
    @MethodSource("members")
    void administrators_alone_read_it(Member member) {
        String userId =
                application.user("reader-" + UUID.randomUUID(), member.groups().toArray(String[]::new));
        FormBrowser browser = browser(userId);
        int status = member.groups().contains("camunda-admin") ? 200 : 403;

        assertThat(browser.get(PAGE).statusCode()).isEqualTo(status);
        assertThat(browser.get("/admin/audit.csv").statusCode()).isEqualTo(status);
        assertThat(browser.get("/jobs").body().contains("href=\"/admin/audit\""))
                .isEqualTo(status == 200);
    }

    @Test
    void strangers_are_led_to_the_login() {
        for (String path : List.of(PAGE, "/admin/audit.csv")) {
            assertThat(new FormBrowser(application.url()).get(path).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        }
    }

    private static String page(FormBrowser browser, String query) {
        HttpResponse<String> page = browser.get(PAGE + "?" + query);
        assertThat(page.statusCode()).as(query).isEqualTo(200);
        return page.body();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private FormBrowser browser(String userId) {
        FormBrowser session = new FormBrowser(application.url());
        session.logIn(userId, RunningApplication.PASSWORD);
        return session;
    }

    private Map<String, Object> user(String firstName, String email) {
        return Map.of(
                "profile", profile(firstName, email), "credentials", Map.of("password", RunningApplication.PASSWORD));
    }

    private Map<String, Object> profile(String firstName, String email) {
        return Map.of("id", name, "firstName", firstName, "lastName", "Audited", "email", email);
    }

    private long count() {
        return application
                .database()
                .sql("select count(*) from audit_entry")
                .query(Long.class)
                .single();
    }

    private String everything() {
        return application
                .database()
                .sql("select string_agg(cast(audit_entry as text), ' ') from audit_entry")
                .query(String.class)
                .single();
    }
}
