package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.Difference;
import org.xmlunit.diff.ElementSelectors;

/** Administrators change a model in the browser: what they draw is checked, deployed, and what new projects follow. */
class ModelEditorInBrowserTest extends BrowserTest {

    private static final String PAGE = "/admin/models";
    private static final String DRAWN = ".djs-container";
    private static final String DEPLOYED = "Deployed as version";

    private final RepositoryService repository;
    private List<String> before;

    ModelEditorInBrowserTest(RunningApplication application) {
        super(application);
        repository = application.engine().getRepositoryService();
    }

    @BeforeEach
    void remember() {
        before = deployments();
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
    void a_second_approval_is_drawn_broken_mended_and_deployed_and_the_jobs_page_says_for_whom_a_project_waits() {
        finishLarge("Editor Large Before");
        Page page = open(PAGE, RunningApplication.ADMIN);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Edit version \\d+ of Project export")))
                .first()
                .click();
        insertSecondApproval(page);

        button(page, "Check").click();
        assertThat(page.locator("#findings-title")).hasText("This cannot work yet.");
        assertThat(page.locator("#findings-title")).isFocused();
        assertThat(page.locator("#verdict")).hasText("1 problem");
        assertThat(page.locator(".djs-element.refuses").first()).isVisible();
        Locator finding = page.locator("#findings li")
                .filter(new Locator.FilterOptions().setHasText("Large?"))
                .first();
        Chromium.assertAccessible(page, "model-editor-findings", DRAWN);
        finding.getByRole(AriaRole.BUTTON).click();
        assertThat(field(page, "Label")).isFocused();
        assertThat(field(page, "Label")).hasValue("Large?");
        button(page, "Deploy").click();
        assertThat(page.locator("#findings-title")).isFocused();
        assertThat(page.locator("#confirm")).isHidden();

        decideByAmount(page);
        // it follows what is changed
        assertThat(page.locator("#findings-title")).hasText("This can be deployed.");
        assertThat(page.locator(".djs-element.refuses")).hasCount(0);
        assertThat(page.locator("#verdict")).hasText("No problems");
        Page rehearsal = page.waitForPopup(() -> button(page, "Rehearse").click());
        assertThat(rehearsal
                        .locator(".rehearsal tr")
                        .filter(new Locator.FilterOptions().setHasText("Editor Large Before")))
                .containsText("Would also have waited at “Confirm as director” for ERP administrators.");
        Assertions.assertThat(deployments()).isEqualTo(before);
        deploy(page);
        Assertions.assertThat(drawn().unreadable()).isEmpty();

        String approver = newApprover();
        acceptLarge("Editor Large", approver);
        Page jobs = open("/jobs?search=Editor+Large", approver);
        assertThat(jobs.locator("main")).containsText("Waits at “Confirm as director” for ERP administrators.");
    }

    private void finishLarge(String name) {
        projects.awaitStatus(acceptLarge(name, newApprover()), "SYNCED");
    }

    private String acceptLarge(String name, String approver) {
        Map<String, Object> large = SubmittedProjects.fields(name);
        large.put("estimateAmount", 100000.01);
        String exportId = projects.submit(newSubmitter(), large);
        application.as(approver).post("/api/projects/" + exportId + "/accept");
        return exportId;
    }

    private Drawn drawn() {
        return new Drawn(repository.getBpmnModelInstance(latest().getId()));
    }

    /** Two arrows leave “Large?”, and nothing says which one is taken. */
    private static void insertSecondApproval(Page page) {
        choose(page, "Arrow: Accepted? → Create job in Xero: yes");
        button(page, "Gateway: one way").click();
        fill(page, "Label", "Large?");
        button(page, "User task").click();
        field(page, "What people do").selectOption("approve-project");
        page.getByLabel("ERP administrators").check();
        fill(page, "Label", "Confirm as director");
        button(page, "Message").click();
        field(page, "Message").selectOption("Project retrieved");
        connect(page, "Take project back");
        choose(page, "Confirm as director");
        button(page, "Gateway: one way").click();
        fill(page, "Label", "Approved?");
        connect(page, "Create job in Xero");
        choose(page, "Approved?");
        connect(page, "Reopen project");
        ask(page, "Arrow: Approved? → Create job in Xero", "approval");
        field(page, "Answer").selectOption("approve");
        ask(page, "Arrow: Approved? → Reopen project", "approval");
        field(page, "Answer").selectOption("reject");
    }

    private static void decideByAmount(Page page) {
        ask(page, "Arrow: Large? → Confirm as director", "estimate");
        field(page, "Comparison").selectOption(">");
        fill(page, "Value", "100000");
        choose(page, "Arrow: Large? → Create job in Xero");
        field(page, "Taken").selectOption("default");
    }

    private static void ask(Page page, String arrow, String field) {
        choose(page, arrow);
        field(page, "Taken").selectOption("condition");
        field(page, "If").selectOption(field);
    }

    @Test
    void another_reminder_is_drawn_with_all_that_its_step_needs_and_is_sent() {
        application.user("editor-boss", "erp-admin");
        Page page = edit(latest());
        choose(page, "Review project");
        attach(page, "Timer");
        fill(page, "Label", "One day");
        fill(page, "When", "P1D");
        button(page, "Service task").click();
        field(page, "Step").selectOption("${escalateReviewDelegate}");
        assertThat(field(page, "Label")).hasValue("Escalate to ERP admins");
        button(page, "End").click();
        fill(page, "Label", "Reminded");
        deploy(page);
        assertThat(field(page, "New version tag")).not().hasValue(latest().getVersionTag());
        Assertions.assertThat(drawn().unreadable()).isEmpty();

        String exportId = projects.submit(newSubmitter(), "Editor Reminded");
        var management = application.engine().getManagementService();
        management.createJobQuery().processInstanceId(exportId).timers().list().stream()
                .forEach(timer -> management.setJobDuedate(timer.getId(), new Date()));
        await().untilAsserted(() -> Assertions.assertThat(application.mail().mails())
                .anySatisfy(mail -> {
                    Assertions.assertThat(mail.subject()).contains("Editor Reminded");
                    Assertions.assertThat(mail.to()).isEqualTo("editor-boss@example.com");
                }));
    }

    @Test
    void a_task_after_synced_is_put_into_the_arrow_and_the_projects_page_says_for_whom_it_waits() {
        Page page = edit(latest());
        choose(page, "Arrow: Notify about job in Xero → Synced");
        button(page, "User task").click();
        fill(page, "Label", "File the contract");
        page.getByLabel("Project teams").check();
        deploy(page);
        Assertions.assertThat(drawn().unreadable()).isEmpty();

        String team = newSubmitter();
        String exportId = projects.submit(team, "Editor Filed");
        application.as(newApprover()).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "SYNCED");
        await().untilAsserted(() -> Assertions.assertThat(projects.seenByAdmin(exportId)
                        .json()
                        .at("/waitsAt/name")
                        .asText())
                .isEqualTo("File the contract"));
        Page project = open("/jobs/" + exportId, team);
        assertThat(project.locator("h1")).containsText("Synced");
        assertThat(project.locator(".notice")).containsText("waits at “File the contract” for project teams.");
        application.engine().getTaskService().complete(projects.task(exportId));
        project.reload();
        assertThat(project.locator("h1")).containsText("Synced");
        assertThat(project.locator(".notice")).hasCount(0);
    }

    @Test
    void what_was_made_at_once_is_undone_at_once_and_by_keys_on_the_diagram() {
        Page page = edit(latest());
        Locator task = page.locator("[data-element-id^=Activity_]");
        choose(page, "Arrow: Notify about job in Xero → Synced");
        button(page, "Service task").click();
        field(page, "Step").selectOption("${escalateReviewDelegate}");
        assertThat(task).hasCount(1);
        assertThat(button(page, "Undo")).isEnabled();

        page.locator("#canvas").press("Control+z");
        assertThat(field(page, "Step")).hasValue("");
        assertThat(field(page, "Label")).hasValue("");
        page.locator("#canvas").press("Control+z");
        assertThat(task).hasCount(0);
        assertThat(button(page, "Undo")).isDisabled();
        page.locator("#canvas").press("Control+y");
        assertThat(task).hasCount(1);
    }

    @Test
    void a_save_changes_only_what_was_changed_and_moves_nothing() throws IOException {
        String opened = Files.readString(Path.of("bpmn/project-export.bpmn"))
                .replace("camunda:versionTag=\"1.3\"", "camunda:versionTag=\"1.31\"")
                .replace(
                        "<camunda:failedJobRetryTimeCycle>PT5S",
                        "<camunda:properties><camunda:property name=\"owner\" value=\"Finance &amp; tax\""
                                + " /></camunda:properties><camunda:failedJobRetryTimeCycle>PT5S");
        deployModel(opened);
        Page page = edit(latest());
        // a look at everything writes nothing
        for (String id :
                List.of("serviceTask_createXeroJob", "event_waitForXero", "flow_rejected", "event_xeroRefused")) {
            field(page, "Element").selectOption(id);
        }
        choose(page, "Review project");
        fill(page, "Label", "Look at the project");

        Download saved = page.waitForDownload(() -> button(page, "Download").click());

        Assertions.assertThat(saved.suggestedFilename()).isEqualTo("project-export.bpmn");
        String after = Files.readString(saved.path(), StandardCharsets.UTF_8);
        Assertions.assertThat(differences(opened, after))
                .containsExactlyInAnyOrder("1.31 → 1.32", "Review project → Look at the project");
    }

    /** Of the whole file, with what is drawn where, but for the order of the drawing. */
    private static List<String> differences(String before, String after) {
        Iterable<Difference> found = DiffBuilder.compare(before)
                .withTest(after)
                .ignoreWhitespace()
                .checkForSimilar()
                .withNodeMatcher(new DefaultNodeMatcher(
                        ElementSelectors.conditionalBuilder()
                                .whenElementIsNamed("waypoint")
                                .thenUse(ElementSelectors.byName)
                                .elseUse(ElementSelectors.byNameAndAttributes("id"))
                                .build(),
                        ElementSelectors.byName))
                .build()
                .getDifferences();
        return StreamSupport.stream(found.spliterator(), false)
                .map(Difference::getComparison)
                .map(difference -> difference.getControlDetails().getValue() + " → "
                        + difference.getTestDetails().getValue())
                .toList();
    }

    @Test
    void whoever_was_faster_is_not_deployed_over() throws IOException {
        Page page = edit(latest());
        deployModel(Files.readString(Path.of("bpmn/project-export.bpmn")).replace("\"1.3\"", "\"1.31\""));
        choose(page, "Review project");
        fill(page, "Label", "Look at the project");

        button(page, "Deploy").click();
        assertThat(page.locator("#findings li").first()).containsText("tag");
        fill(page, "New version tag", "1.32");
        button(page, "Deploy").click();
        button(page, "Deploy it").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("was deployed while you edited");
        Assertions.assertThat(latest().getVersionTag()).isEqualTo("1.31");
    }

    @Test
    void nobody_leaves_what_they_drew_without_being_asked() {
        Page page = edit(latest());
        choose(page, "Review project");
        fill(page, "Label", "Look at the project");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });

        page.getByText("All models").click();

        await().untilAsserted(() -> {
            page.waitForTimeout(50);
            Assertions.assertThat(asked).containsExactly("beforeunload");
        });
        assertThat(field(page, "Label")).hasValue("Look at the project");
        button(page, "Undo").click();
        page.offDialog(Dialog::dismiss);
        page.getByText("All models").click();
        assertThat(page.locator("h1")).hasText("Models");
    }

    @Test
    void only_administrators_edit() {
        String owner = application.user("editor-owner", "process-owners");
        String path = PAGE + "/" + latest().getId();
        assertThat(open(path, owner).getByText("Edit", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        for (String person : List.of(owner, newApprover(), newSubmitter())) {
            FormBrowser browser = new FormBrowser(application.url());
            browser.logIn(person, RunningApplication.PASSWORD);
            Assertions.assertThat(browser.get(path + "/edit").statusCode()).isEqualTo(403);
            Assertions.assertThat(browser.post("/profile", PAGE + "/edited", Map.of("over", latest().getId()))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_phone_is_told_that_it_is_too_narrow() {
        Page page = open(PAGE + "/" + latest().getId() + "/edit", RunningApplication.ADMIN);
        page.setViewportSize(375, 700);

        assertThat(page.getByText("The editor needs a wider window.")).isVisible();
        assertThat(page.locator("#canvas")).isHidden();
        Chromium.assertAccessible(page, "model-editor-phone");
    }

    private Page edit(ProcessDefinition version) {
        Page page = open(PAGE + "/" + version.getId() + "/edit", RunningApplication.ADMIN);
        assertThat(page.locator("[data-element-id=userTask_reviewProject]")).isVisible();
        return page;
    }

    private void deploy(Page page) {
        button(page, "Deploy").click();
        button(page, "Deploy it").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(DEPLOYED);
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("project-export")
                .latestVersion()
                .singleResult();
    }

    private void deployModel(String model) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().addString("project-export.bpmn", model);
        for (String form : List.of("submit-project", "review-project", "correct-project", "resolve-failed-export")) {
            deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
        }
        deployment.deploy();
    }

    private static void choose(Page page, String element) {
        field(page, "Element").selectOption(new SelectOption().setLabel(element));
    }

    private static void connect(Page page, String target) {
        field(page, "Draw an arrow to").selectOption(new SelectOption().setLabel(target));
    }

    private static void attach(Page page, String what) {
        page.locator("#attaching")
                .getByText(what, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void fill(Page page, String label, String text) {
        field(page, label).fill(text);
        field(page, label).blur();
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
