package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.projectexport.process.guard.ModelWalk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From files that were chosen to what would have happened, and from there to the deployment, as people go. */
class RehearsalInBrowserTest extends BrowserTest {

    private static final String PAGE = "/admin/models";
    private static final int PHONE = 375;

    private final RepositoryService repository;
    private final List<String> before;

    RehearsalInBrowserTest(RunningApplication application) {
        super(application);
        repository = application.engine().getRepositoryService();
        before = deployments();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    @BeforeEach
    void finish() {
        Map<String, Object> fields = SubmittedProjects.fields("Grand Harbour Bridge");
        fields.put("estimateAmount", 2_500_000);
        String exportId = projects.submit(newSubmitter(), fields);
        application.as(newApprover()).post("/api/projects/%s/accept".formatted(exportId));
        projects.awaitStatus(exportId, "SYNCED");
    }

    @AfterEach
    void takeBack() {
        deployments().stream().filter(id -> !before.contains(id)).forEach(id -> repository.deleteDeployment(id, true));
    }

    private static FilePayload[] files(String tag) {
        List<FilePayload> files = new ArrayList<>();
        ModelWalk.files("a second approver above an amount").forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!name.startsWith("daily")) {
                files.add(new FilePayload(
                        name,
                        "text/xml",
                        text.replace("versionTag=\"1", "versionTag=\"" + tag).getBytes(StandardCharsets.UTF_8)));
            }
        });
        return files.toArray(FilePayload[]::new);
    }

    private Page rehearsed(Page page) {
        page.getByLabel("Files").setInputFiles(files("9"));
        buttonOf(page, "Rehearse").click();
        assertThat(page.locator("h1")).hasText("What would have happened");
        return page;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/%s.png".formatted(name))));
    }

    @Test
    void an_administrator_sees_who_would_have_waited_elsewhere_its_way_and_deploys_the_same_files() {
        Page page = rehearsed(open(PAGE, RunningApplication.ADMIN));

        Locator row =
                page.locator(".rehearsal tr").filter(new Locator.FilterOptions().setHasText("Confirm as director"));
        assertThat(row).containsText("Would also have waited at “Confirm as director” for ERP administrators.");
        assertThat(row).containsText("Grand Harbour Bridge");
        row.getByText("Show its way").click();
        assertThat(page.locator(".djs-element.taken[data-element-id=userTask_reviewProject]"))
                .isVisible();
        look(page, "rehearsal-wide");
        Assertions.assertThat(Chromium.findings(page)).isEmpty();
        buttonOf(page, "Deploy these files").click();
        assertThat(page.getByText("Deployed. New projects begin on it")).isVisible();
        Assertions.assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("project-export")
                        .latestVersion()
                        .singleResult()
                        .getVersionTag())
                .startsWith("9");
    }

    @Test
    void a_process_owner_rehearses_on_a_phone_and_deploys_nothing() {
        Page page = open(PAGE, application.user("owner-rehearsal", "process-owners"));
        page.setViewportSize(PHONE, 812);
        rehearsed(page);

        assertThat(page.locator(".rehearsal")).containsText("Grand Harbour Bridge");
        assertThat(page.getByText("Deploy these files")).hasCount(0);
        look(page, "rehearsal-phone");
        Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE);
        Assertions.assertThat(Chromium.findings(page)).isEmpty();
    }

    @Test
    void without_scripts_the_table_says_the_way() {
        Page page = rehearsed(openWithoutScripts(PAGE, RunningApplication.ADMIN));

        page.getByText("Its way").first().click();

        assertThat(page.locator(".way").first()).containsText("Review project");
        // Playwright looks for no text in what stands in for scripts
        Assertions.assertThat(page.content()).contains("The diagram needs JavaScript.");
    }
}
