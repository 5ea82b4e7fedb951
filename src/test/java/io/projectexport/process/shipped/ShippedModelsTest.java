package io.projectexport.process.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.projectexport.process.ModelFiles;
import io.projectexport.process.ProcessTest;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.ProjectExportProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts of releases, one after another and side by side, beside what administrators deploy. */
@ProcessTest
@DirtiesContext
class ShippedModelsTest {

    private static final String KEY = "walk";
    private static final String FILE = "walk.bpmn";

    private static EmbeddedPostgres postgres;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ModelDeployments deployed;

    @Autowired
    private KeptNotice notice;

    @Autowired
    private EngineCommands commands;

    @Autowired
    private ShippedResources installed;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    // the engine has nobody wait on H2
    @DynamicPropertySource
    static void onPostgreSql(DynamicPropertyRegistry settings) throws IOException {
        postgres = EmbeddedPostgres.start();
        settings.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void forget() {
        logger().detachAppender(log);
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ShippedResources.class.getPackageName());
    }

    @Test
    void models_are_deployed_at_the_first_start_and_not_again_at_the_next() {
        start("1.0");
        start("1.0");

        assertThat(tags()).containsExactly("1.0");
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0,1.1", "1.9,1.10", "1.3,2", "v1.3,1.4", ",1.0"})
    void newer_release_deploys_its_model_over_an_earlier_release_s(String earlier, String later) {
        start(earlier);
        start(later);

        assertThat(latest().getVersionTag()).isEqualTo(later);
        assertThat(tags()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.9", "1.10-rc1"})
    void older_release_that_starts_beside_a_newer_one_deploys_nothing(String older) {
        start("1.10");

        start(older);
        start("1.10");
        start(older);

        assertThat(tags()).containsExactly("1.10");
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Camunda Modeler", "process application", ""})
    void administrator_s_version_is_kept_by_a_newer_release_and_that_is_said_once(String source) {
        start("1.0");
        deployByAdministrator("1.0-own", source);

        start("1.1");
        start("1.1");

        assertThat(latest().getVersionTag()).isEqualTo("1.0-own");
        assertThat(tags()).hasSize(2);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("\"Walk\"", "version tag 1.0-own", "version tag 1.1", "Camunda Modeler");
        assertThat(models("1.1").kept()).singleElement().satisfies(kept -> {
            assertThat(kept.key()).isEqualTo(KEY);
            assertThat(kept.running().tag()).isEqualTo("1.0-own");
            assertThat(kept.from()).isEqualTo(source.isEmpty() ? null : source);
            assertThat(kept.releasedTag()).isEqualTo("1.1");
        });
    }

    @Test
    void next_release_is_said_once_more_and_neither_replaces_what_was_kept() {
        start("1.0");
        deployByAdministrator("9.9", "Camunda Modeler");

        start("1.1");
        start("1.2");
        start("1.1");

        assertThat(latest().getVersionTag()).isEqualTo("9.9");
        assertThat(warnings()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void administrator_s_change_of_the_release_that_runs_is_no_news() {
        start("1.0");
        deployByAdministrator("1.0-own", "Camunda Modeler");

        start("1.0");

        assertThat(latest().getVersionTag()).isEqualTo("1.0-own");
        assertThat(models("1.0").kept()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void release_s_model_that_an_administrator_deployed_as_it_is_is_not_kept_from_itself() {
        deploy(model("1.0"), "mine", "Camunda Modeler");

        start("1.0");

        assertThat(tags()).containsExactly("1.0");
        assertThat(models("1.0").kept()).isEmpty();
    }

    @Test
    void administrator_who_wants_the_release_s_model_gets_it_and_later_releases_follow() {
        start("1.0");
        deployByAdministrator("1.0-own", "Camunda Modeler");
        ShippedModelDeployment models = models("1.1");

        models.deploy(KEY);
        models.deploy(KEY);
        start("1.2");

        assertThat(tags()).containsExactlyInAnyOrder("1.0", "1.0-own", "1.1", "1.2");
        assertThat(latest().getVersionTag()).isEqualTo("1.2");
        assertThat(models("1.2").kept()).isEmpty();
    }

    @Test
    void model_that_the_first_release_deployed_is_followed_by_a_newer_one() {
        deploy(model("1.0"), "SpringAutoDeployment", null);

        start("1.1");

        assertThat(latest().getVersionTag()).isEqualTo("1.1");
    }

    @Test
    void changed_model_without_a_higher_tag_is_not_deployed_and_says_so() {
        start("1.0");

        new Start(shipped(model("1.0").replace("Gone", "Changed"), "1.0")).now();

        assertThat(tags()).hasSize(1);
        assertThat(warnings()).singleElement().asString().contains("\"Walk\"", "give it a higher one");
    }

    @Test
    void two_nodes_that_start_at_once_deploy_once() {
        CompletableFuture<?>[] starts = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(() -> start("1.0")))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(starts).join();

        assertThat(tags()).containsExactly("1.0");
    }

    @Test
    void health_stays_up_and_tells_what_was_kept() {
        start("1.0");
        deployByAdministrator("1.0-own", "Camunda Modeler");

        assertThat(new ModelVersionsHealthIndicator(models("1.1"), notice, Clock.systemUTC()).health())
                .satisfies(health -> {
                    assertThat(health.getStatus().getCode()).isEqualTo("UP");
                    assertThat(health.getDetails().get("kept")).asString().contains("\"Walk\"", "1.0-own", "1.1");
                });
    }

    @Test
    void each_model_of_this_release_comes_with_the_forms_that_it_asks_for() {
        assertThat(installed.models()).extracting(ShippedModel::key).contains(ProjectExportProcess.KEY);
        assertThat(installed.models())
                .filteredOn(model -> model.key().equals(ProjectExportProcess.KEY))
                .singleElement()
                .satisfies(model -> assertThat(model.resources().keySet())
                        .filteredOn(name -> name.endsWith(".form"))
                        .containsExactlyInAnyOrderElementsOf(ModelFiles.formsInUse().stream()
                                .map(form -> form.getFileName().toString())
                                .toList()));
    }

    private void start(String tag) {
        new Start(shipped(model(tag), tag)).now();
    }

    private ShippedModelDeployment models(String tag) {
        return new Start(shipped(model(tag), tag)).models();
    }

    private static ShippedModel shipped(String model, String tag) {
        return new ShippedModel(KEY, "Walk", tag, Map.of(FILE, model.getBytes(StandardCharsets.UTF_8)));
    }

    /** A start of a release with this model. */
    private final class Start {

        private final ShippedModel model;

        Start(ShippedModel model) {
            this.model = model;
        }

        ShippedModelDeployment models() {
            ShippedResources resources = new ShippedResources() {
                @Override
                List<ShippedModel> models() {
                    return List.of(model);
                }
            };
            return new ShippedModelDeployment(resources, deployed, notice, commands);
        }

        void now() {
            models().afterSingletonsInstantiated();
        }
    }

    private void deployByAdministrator(String tag, String source) {
        deploy(model(tag).replace("Gone", "Walked"), "own model", source.isEmpty() ? null : source);
    }

    private void deploy(String model, String name, String source) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).addString(FILE, model);
        if (source != null) {
            deployment.source(source);
        }
        deployment.deploy();
    }

    private static String model(String tag) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    targetNamespace="http://projectexport.io/bpmn">
                  <bpmn:process id="walk" name="Walk" isExecutable="true" camunda:historyTimeToLive="P1D"%s>
                    <bpmn:startEvent id="startEvent_began"/>
                    <bpmn:endEvent id="endEvent_gone" name="Gone"/>
                    <bpmn:sequenceFlow id="flow_walking" sourceRef="startEvent_began" targetRef="endEvent_gone"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(tag == null ? "" : " camunda:versionTag=\"" + tag + "\"");
    }

    private List<String> tags() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getVersionTag)
                .toList();
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
