package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that come over the engine's REST API as Camunda Modeler sends them, or that are only checked. */
@ExtendWith(SharedApplication.class)
class DeploymentsTest {

    private static final String NAME = "doors";
    private static final String TEAM = "doors-team";
    private static final String OWNER = "doors-owner";
    private static final String OWN_JOB = "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${%s}\"";

    private final RunningApplication application;
    private final LoggedInClient admin;
    private final RepositoryService repository;

    DeploymentsTest(RunningApplication application) {
        this.application = application;
        admin = application.as(RunningApplication.ADMIN);
        repository = application.engine().getRepositoryService();
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(OWNER, "process-owners");
    }

    @AfterEach
    void the_shipped_models_are_the_latest_again() {
        deployments().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void model_that_has_changed_takes_its_unchanged_forms_along() {
        changed("Look at the project").with("deploy-changed-only", "true").deployAs(admin);

        HttpAnswer again = changed("Look at it again")
                .edited("versionTag=\"91", "versionTag=\"92")
                .with("deploy-changed-only", "true")
                .deployAs(admin);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(repository.getDeploymentResourceNames(again.text("id")))
                .contains("project-export.bpmn", "review-project.form", "submit-project.form");
        String definition = definitions(again).fieldNames().next();
        assertThat(admin.get("/engine-rest/process-definition/%s/deployed-start-form".formatted(definition))
                        .body())
                .contains("\"submit-project\"");
    }

    @ParameterizedTest
    @CsvSource({"true,false", "true,true", "false,true"})
    void what_has_not_changed_is_not_deployed_again(String filtering, String changedOnly) {
        changed("Look at the project").deployAs(admin);
        long before = repository.createProcessDefinitionQuery().count();

        HttpAnswer again = changed("Look at the project")
                .with("enable-duplicate-filtering", filtering)
                .with("deploy-changed-only", changedOnly)
                .deployAs(admin);

        assertThat(again.status()).isEqualTo(200);
        assertThat(definitions(again).isEmpty()).isTrue();
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(before);
        assertThat(deployments()).hasSize(1);
    }

    @Test
    void answer_to_a_deployment_says_what_is_doubtful_in_it_beside_what_the_engine_says() {
        HttpAnswer answer = changed("Look at the project").deployAs(admin);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("name")).isEqualTo(NAME);
        assertThat(answer.text("source")).isEqualTo("Camunda Modeler");
        assertThat(answer.text("deploymentTime")).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+[+-]\\d{4}");
        assertThat(definitions(answer).findValuesAsText("key")).containsExactly("project-export");
        assertThat(answer.json().path("warnings").isArray()).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_is_deployed() {
        long before = repository.createProcessDefinitionQuery().count();

        HttpAnswer refused = broken().deployAs(admin);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("type")).isEqualTo("ModelRefused");
        assertThat(refused.text("message"))
                .startsWith("The model cannot work: ")
                .contains(
                        "\"Create job in Xero\" (serviceTask_createXeroJob) needs \"Asynchronous before\"",
                        "\"Escalate to ERP admins\" (serviceTask_escalateReview) needs");
        assertThat(refused.json().path("findings"))
                .filteredOn(finding -> finding.path("rule").asInt() == 401)
                .hasSize(2)
                .first()
                .satisfies(finding -> assertThat(finding)
                        .isEqualTo(HttpAnswer.read(Map.of(
                                "rule", 401,
                                "severity", "REFUSES",
                                "file", "project-export.bpmn",
                                "element", finding.path("element").asText(),
                                "label", finding.path("label").asText(),
                                "problem", "needs \"Asynchronous before\"",
                                "remedy", "Set it, so that a failure out there does not undo the step before"))));
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(before);
        assertThat(deployments()).isEmpty();
    }

    @Test
    void deployment_for_a_tenant_is_refused_because_nobody_would_run_it() {
        HttpAnswer refused =
                changed("Look at the project").with("tenant-id", "north").deployAs(admin);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).contains("tenant", "north", "Leave \"Tenant ID\" empty");
        assertThat(deployments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targetRef=\"gateway_accepted\"|targetRef=\"nowhere\"",
                "${decision == 'accept'}|${decision == 'accept'",
                "</bpmn:process>|</bpmn:proces>",
                "<bpmn:messageEventDefinition messageRef=\"message_projectRetrieved\" />|<bpmn:messageEventDefinition messageRef=\"gone\" />",
                "<bpmn:endEvent id=\"endEvent_withdrawn\"|<bpmn:callActivity id=\"call\" /><bpmn:endEvent id=\"endEvent_withdrawn\"",
            })
    void model_that_the_engine_cannot_read_is_refused_in_plain_words(String text, String edited) {
        HttpAnswer refused = SentDeployment.ofExport(NAME).edited(text, edited).deployAs(admin);

        assertRefusedInWords(refused, "project-export.bpmn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who-approves.dmn|<definitions/>",
                "who-approves.dmn|no table",
                "note.form|[]",
                "odd.bpmn|no model",
                "odd.bpmn|<bpmn/>",
            })
    void file_that_is_none_is_refused_in_plain_words(String file, String content) {
        assertRefusedInWords(SentDeployment.ofFile(NAME, file, content).deployAs(admin), file);
    }

    private void assertRefusedInWords(HttpAnswer refused, String file) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("message"))
                .startsWith("The model cannot work: ")
                .doesNotContain("ENGINE-", "Exception", "org.camunda");
        assertThat(refused.json().path("findings"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.path("file").asText())
                        // of an expression the engine does not say in which it stands
                        .isIn(file, "The deployment"));
        assertThat(deployments()).isEmpty();
    }

    @Test
    void who_may_not_deploy_reads_why() {
        HttpAnswer refused = changed("Look at the project").deployAs(application.as(TEAM));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(deployments()).isEmpty();
    }

    @Test
    void files_are_checked_as_a_deployment_would_and_nothing_is_deployed() {
        for (LoggedInClient person : List.of(admin, application.as(OWNER))) {
            HttpAnswer answer = broken().checkAs(person);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("deployable").asBoolean()).isFalse();
            assertThat(answer.json().path("findings"))
                    .extracting(finding -> finding.path("element").asText())
                    .contains("serviceTask_createXeroJob", "serviceTask_escalateReview");
        }
        HttpAnswer shipped = SentDeployment.ofExport(NAME).checkAs(admin);
        assertThat(shipped.json().path("deployable").asBoolean())
                .as(shipped.body())
                .isTrue();
        assertThat(deployments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gateway_accepted|name=\"Accepted?\"|name=\"Accepted?\" default=\"flow_rejected\"|its default flow has a condition",
                "event_projectRetrieved|messageRef=\"message_projectRetrieved\"|messageRef=\"message_gone\"|no message with id 'message_gone' found",
                "event_waitForXero|<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${retryAt}</bpmn:timeDate>||its timer has no time",
            })
    void what_only_the_engine_finds_is_found_by_a_check_too(
            String element, String text, String edited, String problem) {
        HttpAnswer answer = SentDeployment.ofExport(NAME)
                .edited(text, edited == null ? "" : edited)
                .checkAs(admin);

        assertThat(answer.json().path("deployable").asBoolean()).isFalse();
        assertThat(answer.json().path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("element").asText()).isEqualTo(element);
            assertThat(finding.path("problem").asText())
                    .startsWith("cannot be run: ")
                    .contains(problem);
        });
    }

    @Test
    void only_who_looks_after_models_checks_them() {
        HttpAnswer refused = SentDeployment.ofExport(NAME).checkAs(application.as(TEAM));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).isEqualTo("Only administrators and process owners check models.");
    }

    @Test
    void nothing_and_too_much_are_not_checked() {
        HttpAnswer large = SentDeployment.ofFile(NAME, "large.bpmn", "x".repeat((2 << 20) + 1))
                .checkAs(admin);
        HttpAnswer none = SentDeployment.ofFile(NAME, "none.bpmn", "")
                .without("none.bpmn")
                .checkAs(admin);

        assertThat(large.status()).isEqualTo(400);
        assertThat(large.text("detail")).isEqualTo("large.bpmn is too large: 2 MB fit.");
        assertThat(large.json().at("/errors/0/field").asText()).isEqualTo("files");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().path("errors")).isNotEmpty();
    }

    private static SentDeployment changed(String label) {
        return SentDeployment.ofExport(NAME)
                .edited("versionTag=\"", "versionTag=\"9")
                .edited("name=\"Review project\"", "name=\"%s\"".formatted(label));
    }

    private static SentDeployment broken() {
        SentDeployment sent = SentDeployment.ofExport(NAME);
        List.of("createXeroJobDelegate", "escalateReviewDelegate")
                .forEach(bean ->
                        sent.edited(OWN_JOB.formatted(bean), "camunda:delegateExpression=\"${%s}\"".formatted(bean)));
        return sent;
    }

    private static JsonNode definitions(HttpAnswer answer) {
        return answer.json().path("deployedProcessDefinitions");
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().deploymentName(NAME).list();
    }
}
