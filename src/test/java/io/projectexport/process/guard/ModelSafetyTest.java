package io.projectexport.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.process.ProcessTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may deploy a model or save a filter runs no programs on the server with it, and reads no secrets. */
@ProcessTest
class ModelSafetyTest {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <bpmn:process id="safety" isExecutable="true" camunda:historyTimeToLive="1">
                <bpmn:startEvent id="start"><!--start--></bpmn:startEvent>
                <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="wait" />
                <bpmn:userTask id="wait" name="Wait"><!--task--></bpmn:userTask>
                <bpmn:sequenceFlow id="end" sourceRef="wait" targetRef="step"><!--flow--></bpmn:sequenceFlow>
                <bpmn:serviceTask id="step" name="Step" camunda:expression="${true}"><!--step--></bpmn:serviceTask>
              </bpmn:process>
            </bpmn:definitions>
            """;

    /** Whose class the guard at deployment cannot see. */
    private static final String HIDDEN = "${''['cla'.concat('ss')].forName('java.lang.Runtime')}";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private FilterService filters;

    @AfterEach
    void clean() {
        repository
                .createDeploymentQuery()
                .deploymentName("safety")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''['class']}",
                "${''['cla'.concat('ss')].name}",
                "${text.class.name}",
                "${number.getClass()}",
                "${list['getClass']()}",
                "${execution.getClass().classLoader}",
                "${execution.processEngineServices.repositoryService}",
                "${execution.getProcessEngine()}",
                "${execution.bpmnModelInstance}",
                "${execution.commandContext}",
                "${escalation.class}",
                "${escalation.getClass()}",
                "${createXeroJobDelegate.notifyAll()}",
                "${environment.getProperty('spring.datasource.password')}",
                "${dataSource}",
                "${systemProperties}",
                "${taskCompletionListener.on(execution)}",
                "${number.getInteger('java.version')}",
                "${text.valueOf(1)}",
                "${JSON(execution)}",
                "${S('{}')}",
            })
    void an_expression_reaches_no_class_no_service_and_no_bean_that_is_not_for_models(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .hasMessageMatching("(?s).*(The model may not use|Could not resolve function).*");
    }

    @Test
    void useful_expressions_work() {
        assertThat(evaluate(
                        "${text.toUpperCase()} ${number + 1} ${list.size()} ${list[0]} ${map.key} ${map.get('key')}"))
                .isEqualTo("TEXT 42 2 a value value");
        assertThat(evaluate("${text.length() > 3 && number.intValue() > 40 && list.contains('a')}"))
                .isEqualTo(true);
        assertThat(evaluate("${date.time}")).isEqualTo(0L);
        assertThat(evaluate("${dateTime().plusDays(2).toDate()}")).isInstanceOf(Date.class);
        assertThat(evaluate("${now().toInstant().toEpochMilli() > 0}")).isEqualTo(true);
        assertThat(evaluate("${execution.getVariable('text')} ${execution.currentActivityId}"))
                .isEqualTo("text wait");
        assertThat(evaluate("${execution.processInstance.setVariable('more', 5)}${more}"))
                .isEqualTo("5");
        assertThat(evaluate("${escalation.after}")).isEqualTo("PT72H");
        assertThat(evaluate("${dailySummarySchedule.cron}")).asString().isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener event=\"end\" expression=\"HIDDEN\" />",
                "<camunda:taskListener event=\"create\" expression=\"HIDDEN\" />",
                "<camunda:inputOutput><camunda:inputParameter name=\"a\">HIDDEN</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\"HIDDEN\" /></camunda:formData>",
            })
    void an_expression_that_hides_what_it_asks_for_is_refused_when_it_would_run(String extension) {
        deploy(inTask("<bpmn:extensionElements>" + extension.replace("HIDDEN", HIDDEN) + "</bpmn:extensionElements>"));

        assertThatThrownBy(() -> {
                    String instance =
                            runtime.startProcessInstanceByKey("safety").getId();
                    Task task =
                            tasks.createTaskQuery().processInstanceId(instance).singleResult();
                    engine.getFormService().getTaskFormData(task.getId()).getFormFields();
                    tasks.complete(task.getId());
                })
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("The model may not use class here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda:dueDate", "camunda:followUpDate", "camunda:assignee", "camunda:candidateUsers"})
    void so_is_one_in_an_attribute(String attribute) {
        deploy(MODEL.replace("name=\"Wait\"", "name=\"Wait\" %s=\"%s\"".formatted(attribute, HIDDEN)));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("safety"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("The model may not use class here");
    }

    @Test
    void so_is_one_in_a_loop_and_in_a_start_form() {
        deploy(inTask("<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"%s\" />".formatted(HIDDEN)));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("safety"))
                .hasMessageContaining("The model may not use class here");

        deploy(MODEL.replace(
                "<!--start-->",
                "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\"%s\" /></camunda:formData></bpmn:extensionElements>"
                        .formatted(HIDDEN)));
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("safety")
                .latestVersion()
                .singleResult()
                .getId();
        assertThatThrownBy(() -> engine.getFormService().getStartFormData(definition))
                .hasMessageContaining("The model may not use class here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=\"Step\"|name=\"Step\" camunda:class=\"java.lang.Object\"|\"Step\" (step) names a Java class",
                "name=\"Step\"|name=\"Step\" activiti:class=\"java.lang.Object\"|\"Step\" (step) names a Java class",
                "camunda:expression=\"${true}\"|camunda:type=\"shell\"|\"Step\" (step) is of the kind \"shell\"",
                "camunda:expression=\"${true}\"|camunda:type=\"mail\"|\"Step\" (step) is of the kind \"mail\"",
                "camunda:expression=\"${true}\"|camunda:delegateExpression=\"${environment}\"|\"Step\" (step) calls ${environment}",
                "camunda:expression=\"${true}\"|camunda:expression=\"${dataSource.connection}\"|uses dataSource in ${dataSource.connection}",
                "camunda:expression=\"${true}\"|camunda:expression=\"#{text.getClass()}\"|\"Step\" (step) asks for a Java class",
                "<!--step-->|<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements>|\"Step\" (step) has a connector",
                "<!--step-->|<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"java.lang.Object\" /></bpmn:extensionElements>|\"Step\" (step) names a Java class",
                "<!--step-->|<bpmn:extensionElements><camunda:executionListener event=\"start\" delegateExpression=\"${people}\" /></bpmn:extensionElements>|\"Step\" (step) calls ${people}",
                "<!--task-->|<bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:taskListener></bpmn:extensionElements>|\"Wait\" (wait) has a script",
                "<!--flow-->|<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"juel\">${true}</bpmn:conditionExpression>|is written in a script language",
                "<!--task-->|<bpmn:extensionElements><camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"java.lang.Object\" /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>|\"Wait\" (wait) has a validator",
            })
    void a_model_with_a_program_of_its_own_is_not_deployed(String edit) {
        String[] parts = edit.split("\\|");
        assertThat(MODEL).contains(parts[0]);

        assertThatThrownBy(() -> deploy(MODEL.replace(parts[0], parts[1])))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageStartingWith("The model cannot work: ")
                .hasMessageContaining(parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.bpmn20.xml", "modelbpmn"})
    void no_file_name_that_the_engine_reads_is_a_way_around(String name) {
        String model = MODEL.replace("name=\"Step\"", "name=\"Step\" camunda:class=\"java.lang.Object\"");

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("safety")
                        .addString(name, model)
                        .deploy())
                .hasMessageContaining("\"Step\" (step) names a Java class");
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("safety")
                        .addString("case.cmmn", "<definitions/>")
                        .deploy())
                .hasMessageContaining("case.cmmn is a case");
    }

    @Test
    void a_script_language_that_the_engine_brings_along_runs_nowhere() {
        assertThatThrownBy(() -> configuration()
                        .getCommandExecutorTxRequired()
                        .execute(
                                context -> configuration().getScriptingEngines().getScriptEngineForLanguage("juel")))
                .hasMessageContaining("juel");
    }

    @Test
    void a_filter_holds_no_expression() {
        assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("program")
                        .setQuery(tasks.createTaskQuery().taskAssigneeExpression("${''.getClass()}"))))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Expressions are forbidden");
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskNameLike("%")
                        .taskAssigneeExpression("${1}")
                        .list())
                .isInstanceOf(BadUserRequestException.class);
    }

    private static String inTask(String xml) {
        return MODEL.replace("<!--task-->", xml);
    }

    private void deploy(String model) {
        repository
                .createDeployment()
                .name("safety")
                .addString("safety.bpmn", model)
                .deploy();
    }

    private Object evaluate(String expression) {
        deploy(MODEL);
        String instance = runtime.startProcessInstanceByKey(
                        "safety",
                        Map.of(
                                "text",
                                "text",
                                "number",
                                41,
                                "date",
                                new Date(0),
                                "list",
                                List.of("a", "b"),
                                "map",
                                Map.of("key", "value")))
                .getId();
        return configuration().getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            return configuration()
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(execution);
        });
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
