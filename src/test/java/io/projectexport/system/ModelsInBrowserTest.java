package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.projectexport.process.guard.ModelWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The models as administrators and process owners look at them, compare them and go back. */
class ModelsInBrowserTest extends BrowserTest {

    private static final String PAGE = "/admin/models";

    private final RepositoryService repository;
    private final List<String> before;

    ModelsInBrowserTest(RunningApplication application) {
        super(application);
        repository = application.engine().getRepositoryService();
        before = deployments();
    }

    /** An administrator's own version, with another name of a task and one task more. */
    @BeforeEach
    void edit() throws IOException {
        String model = Files.readString(Path.of("bpmn/project-export.bpmn"))
                .replace("name=\"Review project\"", "name=\"Look at the project\"")
                .replace("camunda:versionTag=\"1.3\"", "camunda:versionTag=\"1.31\"")
                .replace(
                        "targetRef=\"endEvent_synced\" />",
                        "targetRef=\"Activity_check\" /><bpmn:userTask id=\"Activity_check\" name=\"Check the job\""
                                + " camunda:candidateGroups=\"erp-admin\" /><bpmn:sequenceFlow id=\"flow_checked\""
                                + " sourceRef=\"Activity_check\" targetRef=\"endEvent_synced\" />");
        DeploymentBuilder deployment = repository.createDeployment().addString("project-export.bpmn", model);
        for (String form : List.of("submit-project", "review-project", "correct-project", "resolve-failed-export")) {
            deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
        }
        deployment.deploy();
    }

    @AfterEach
    void takeBack() {
        deployments().stream().filter(id -> !before.contains(id)).forEach(id -> repository.deleteDeployment(id, true));
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    @Test
    void a_process_owner_sees_on_the_diagram_what_a_version_changed_and_what_waits_where() {
        Page page = open(PAGE, application.user("owner-models", "process-owners"));
        assertThat(page.getByText("Back to this version")).hasCount(0);

        page.getByText("What it changed").first().click();

        assertThat(page.locator(".djs-element.changed[data-element-id=userTask_reviewProject]"))
                .isVisible();
        assertThat(page.getByText("name: Review project → Look at the project")).isVisible();
        assertThat(page.getByText("Arrow from “Check the job” to “Synced”")).isVisible();
        assertThat(page.locator("table")).containsText("versionTag: 1.3 → 1.31");
        projects.submit(newSubmitter(), "On the new one");
        page.getByLabel("Compare with").selectOption("");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page.locator(".count")).hasText("1");
        assertThat(page.locator("table")).containsText("Look at the project");
        Assertions.assertThat(Chromium.findings(page)).isEmpty();
    }

    @Test
    void an_administrator_goes_back_to_an_earlier_version() {
        Page page = open(PAGE, RunningApplication.ADMIN);
        page.getByText("Back to this version").first().click();
        page.getByText("Deploy it again").first().click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("is deployed again, as the latest one");
        Assertions.assertThat(latestTag()).isEqualTo("1.3");
        assertThat(page.locator("tbody tr").first()).containsText("on this page");
    }

    private String latestTag() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("project-export")
                .latestVersion()
                .singleResult()
                .getVersionTag();
    }

    @Test
    void an_administrator_moves_what_runs_to_the_latest_version_and_what_cannot_go_on_there_stays() throws IOException {
        String submitter = newSubmitter();
        String waiting = projects.submit(submitter, "Moves on");
        String stranger = projects.submit(submitter, "Has to stay");
        application.as(newApprover()).post("/api/projects/" + stranger + "/accept");
        projects.awaitStatus(stranger, "SYNCED");
        Awaitility.await().until(() -> isAt(stranger, "Activity_check"));
        String left = projects.submit(submitter, "Was retrieved");
        application.as(submitter).post("/api/projects/" + left + "/retrieve");
        backToShipped();

        Page page = open(PAGE, RunningApplication.ADMIN);
        page.getByText("Move what runs to the latest").first().click();
        assertThat(page.locator("table")).containsText("Look at the project");
        assertThat(page.getByText("has no such step, so these stay")).isVisible();
        buttonOf(page, "Move to version").click();

        assertThat(page.locator("#batch-title")).hasText("2 moved, 1 refused");
        assertThat(page.locator(".refused"))
                .containsText("it waits at “Check the job”, which the other version does not have");
        Assertions.assertThat(
                        projects.seenByAdmin(waiting).json().path("history").findValuesAsText("what"))
                .containsExactly("Submitted", "Moved to another version");
        application.as(newApprover()).post("/api/projects/" + waiting + "/accept");
        projects.awaitStatus(waiting, "SYNCED");
        application.as(submitter).post("/api/projects/" + left + "/resubmit", Map.of());
        Assertions.assertThat(projects.status(left)).isEqualTo("READY_TO_EXPORT");
        Assertions.assertThat(isAt(stranger, "Activity_check")).isTrue();
    }

    private boolean isAt(String exportId, String activity) {
        return application
                        .engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(exportId)
                        .activityIdIn(activity)
                        .count()
                == 1;
    }

    private void backToShipped() {
        String first = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("project-export")
                .versionTag("1.3")
                .list()
                .get(0)
                .getId();
        browser(RunningApplication.ADMIN).post(PAGE, PAGE + "/" + first + "/back", Map.of());
    }

    @Test
    void an_administrator_is_told_what_is_wrong_with_a_file_mends_it_and_deploys_it() throws IOException {
        Page page = open(PAGE, RunningApplication.ADMIN);
        String model = Files.readString(Path.of("bpmn/project-export.bpmn")).replace("\"1.3\"", "\"1.32\"");

        send(page, model.replace("${createXeroJobDelegate}", "${createXerJobDelegate}"), "Deploy");
        assertThat(page.locator("#findings-title")).hasText("Nothing was deployed: this cannot work.");
        assertThat(page.locator(".findings li").first()).containsText("createXerJobDelegate");
        Assertions.assertThat(Chromium.findings(page)).isEmpty();
        Assertions.assertThat(latestTag()).isEqualTo("1.31");

        send(page, model, "Check only");
        assertThat(page.locator("#findings-title")).hasText("This can be deployed.");
        Assertions.assertThat(latestTag()).isEqualTo("1.31");
        send(page, model, "Deploy");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Deployed.");
        Assertions.assertThat(latestTag()).isEqualTo("1.32");
    }

    @Test
    void an_extra_field_on_the_form_is_sent_with_the_whole_set_and_filled_in_by_an_approver() {
        Page page = open(PAGE, RunningApplication.ADMIN);
        List<FilePayload> files = new ArrayList<>();
        ModelWalk.files("an extra field on the form")
                .forEach((name, bytes) -> files.add(new FilePayload(name, "application/octet-stream", raised(bytes))));
        page.getByLabel("Files").setInputFiles(files.toArray(FilePayload[]::new));
        buttonOf(page, "Deploy").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Deployed.");

        String team = newSubmitter();
        String approver = newApprover();
        String exportId = projects.submit(team, "Costed on the page");
        Page review = claimed(exportId, approver);
        review.getByLabel("Reject", new Page.GetByLabelOptions().setExact(true)).check();
        review.getByLabel("Why is it rejected?").pressSequentially("Which year?");
        review.getByLabel("Cost centre").pressSequentially("4711");
        assertThat(review.getByLabel("Why is it rejected?")).hasValue("Which year?");
        buttonOf(review, "Complete").click();
        projects.awaitStatus(exportId, "REJECTED");
        Assertions.assertThat(application.engine().getRuntimeService().getVariable(exportId, "costCentre"))
                .isEqualTo("4711");
        application.as(team).post("/api/projects/" + exportId + "/resubmit", Map.of());
        application.as(approver).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "SYNCED");
    }

    private static byte[] raised(byte[] model) {
        return new String(model, UTF_8)
                .replace("camunda:versionTag=\"1", "camunda:versionTag=\"9")
                .getBytes(UTF_8);
    }

    private static void send(Page page, String model, String button) throws IOException {
        List<FilePayload> files = new ArrayList<>();
        files.add(new FilePayload("project-export.bpmn", "application/octet-stream", model.getBytes(UTF_8)));
        for (String form : List.of("submit-project", "review-project", "correct-project", "resolve-failed-export")) {
            files.add(new FilePayload(
                    form + ".form", "application/json", Files.readAllBytes(Path.of("forms", form + ".form"))));
        }
        page.getByLabel("Files").setInputFiles(files.toArray(FilePayload[]::new));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void it_says_the_same_without_scripts_and_gives_the_files_away() {
        FormBrowser admin = browser(RunningApplication.ADMIN);
        String id = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("project-export")
                .latestVersion()
                .singleResult()
                .getId();

        Assertions.assertThat(admin.get(PAGE).body()).contains("Project export", "1.31", "Daily summary");
        Assertions.assertThat(admin.get(PAGE + "/" + id).body()).contains("What waits where");
        Assertions.assertThat(admin.get(PAGE + "/" + id + "/files").body())
                .contains("project-export.bpmn", "review-project.form");
    }

    @Test
    void nobody_else_looks_and_only_administrators_change() {
        Assertions.assertThat(browser(newApprover()).get(PAGE).statusCode()).isEqualTo(403);
        Assertions.assertThat(browser(newSubmitter()).get(PAGE).statusCode()).isEqualTo(403);
        FormBrowser owner = browser(application.user("owner-models-2", "process-owners"));
        Assertions.assertThat(owner.get(PAGE).statusCode()).isEqualTo(200);
        String id = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("project-export")
                .latestVersion()
                .singleResult()
                .getId();
        Assertions.assertThat(
                        owner.post(PAGE, PAGE + "/" + id + "/back", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private FormBrowser browser(String userId) {
        FormBrowser session = new FormBrowser(application.url());
        session.logIn(userId, RunningApplication.PASSWORD);
        return session;
    }
}
