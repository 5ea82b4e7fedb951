package io.projectexport.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.process.ModelFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules that keep {@code bpmn/} a picture of the business that also runs. */
class ModelTest {

    static final List<Path> FILES = ModelFiles.models();

    private static final Map<String, String> PREFIXES = Map.of(
            "exclusiveGateway", "gateway",
            "parallelGateway", "gateway",
            "boundaryEvent", "event",
            "intermediateCatchEvent", "event",
            "sequenceFlow", "flow");

    @Test
    void there_is_one_model_per_process() {
        assertThat(FILES)
                .extracting(ModelFiles::baseName)
                .containsExactlyInAnyOrder(ProjectExportProcess.KEY, DailySummaryProcess.KEY);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void process_has_the_id_of_its_file_and_can_be_run_and_told_apart_and_cleaned_up(Path file) {
        assertThat(all(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(ModelFiles.baseName(file));
            assertThat(process.getName()).isNotBlank();
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaVersionTag()).isNotBlank();
            assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        });
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void ids_say_what_they_stand_for_and_none_is_generated(Path file) {
        assertThat(all(file, BaseElement.class))
                .filteredOn(element -> element.getId() != null && !(element instanceof Process))
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.getId()).matches(prefix(element) + "_[a-z][A-Za-z]*"));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void every_node_and_every_branch_has_a_name(Path file) {
        assertThat(all(file, FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        assertThat(all(file, SequenceFlow.class))
                .filteredOn(flow -> flow.getSource() instanceof ExclusiveGateway)
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void every_task_tells_admins_what_it_does(Path file) {
        assertThat(all(file, Task.class))
                .allSatisfy(task -> assertThat(task.getDocumentations())
                        .as(task.getId())
                        .singleElement()
                        .satisfies(documentation ->
                                assertThat(documentation.getTextContent()).isNotBlank()));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void bean_of_a_service_task_follows_from_its_id(Path file) {
        assertThat(all(file, ServiceTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getCamundaDelegateExpression())
                        .isEqualTo("${%sDelegate}", task.getId().replaceFirst("^serviceTask_", "")));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void no_model_contains_a_script(Path file) {
        assertThat(all(file, ScriptTask.class)).isEmpty();
        assertThat(all(file, CamundaScript.class)).isEmpty();
        assertThat(all(file, SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow ->
                        assertThat(flow.getConditionExpression().getLanguage()).isNull());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void every_branch_has_a_condition_so_that_nothing_is_decided_by_default(Path file) {
        assertThat(all(file, SequenceFlow.class))
                .filteredOn(flow -> flow.getSource() instanceof ExclusiveGateway)
                .allSatisfy(flow -> assertThat(flow.getConditionExpression())
                        .as(flow.getId())
                        .isNotNull());
    }

    @Test
    void exactly_the_tasks_with_an_effect_outside_run_in_a_job_of_their_own() {
        assertThat(everywhere(ServiceTask.class).filter(ModelTest::isAsync))
                .extracting(ServiceTask::getId)
                .containsExactlyInAnyOrder(
                        "serviceTask_createXeroJob",
                        "serviceTask_escalateReview",
                        "serviceTask_notifyAboutXeroJob",
                        "serviceTask_notifyAboutRejection",
                        "serviceTask_notifyAboutResubmission",
                        "serviceTask_sendSummary");
    }

    @Test
    void every_job_says_when_it_is_tried_again() {
        assertThat(everywhere(ServiceTask.class).filter(ModelTest::isAsync))
                .allSatisfy(task -> assertThat(
                                task.getModelInstance().getModelElementsByType(CamundaFailedJobRetryTimeCycle.class))
                        .as(task.getId())
                        .anyMatch(cycle -> isWithin(cycle, jobOf(task))));
    }

    @Test
    void every_form_in_use_exists_and_comes_from_the_deployment_of_its_model() {
        assertThat(everywhere(FlowNode.class).filter(node -> form(node) != null))
                .allSatisfy(node -> assertThat(node.getAttributeValueNs(CAMUNDA_NS, "formRefBinding"))
                        .as(node.getId())
                        .isEqualTo("deployment"))
                .extracting(ModelTest::form)
                .containsExactlyInAnyOrderElementsOf(ModelFiles.formsInUse().stream()
                        .map(ModelFiles::baseName)
                        .toList());
    }

    @Test
    void form_of_a_user_task_follows_from_its_id() {
        assertThat(everywhere(UserTask.class))
                .allSatisfy(task -> assertThat(kebab(task.getId())).isEqualTo("user-task-" + form(task)));
    }

    @Test
    void every_reason_for_a_refused_export_is_caught_and_no_other_error_is() {
        List<String> codes = Arrays.stream(ExportFailure.Reason.values())
                .map(ExportFailure.Reason::code)
                .toList();

        assertThat(everywhere(Error.class)).extracting(Error::getErrorCode).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(everywhere(BoundaryEvent.class)
                        .flatMap(event -> event.getChildElementsByType(ErrorEventDefinition.class).stream())
                        .map(ErrorEventDefinition::getError))
                .extracting(Error::getErrorCode)
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void names_in_the_code_are_those_of_the_models() {
        assertThat(everywhere(UserTask.class))
                .extracting(UserTask::getId)
                .containsExactlyInAnyOrder(
                        ProjectExportProcess.REVIEW_PROJECT,
                        ProjectExportProcess.RESOLVE_FAILED_EXPORT,
                        ProjectExportProcess.CORRECT_PROJECT);
        assertThat(everywhere(Message.class))
                .extracting(Message::getName)
                .containsExactly(ProjectExportProcess.PROJECT_RETRIEVED);
        assertThat(everywhere(MultiInstanceLoopCharacteristics.class))
                .extracting(MultiInstanceLoopCharacteristics::getCamundaElementVariable)
                .containsOnly(
                        ProjectExportProcess.NOTICE.name(),
                        ProjectExportProcess.READER.name(),
                        DailySummaryProcess.RECIPIENT.name());
    }

    private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return model.getModelElementsByType(type);
    }

    private static <T extends ModelElementInstance> Stream<T> everywhere(Class<T> type) {
        return FILES.stream().flatMap(file -> all(file, type).stream());
    }

    private static String prefix(BaseElement element) {
        String type = element.getElementType().getTypeName();
        return PREFIXES.getOrDefault(type, type);
    }

    private static String form(FlowNode node) {
        return node.getAttributeValueNs(CAMUNDA_NS, "formRef");
    }

    private static String kebab(String id) {
        return id.replace('_', '-').replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }

    private static boolean isAsync(ServiceTask task) {
        return task.isCamundaAsyncBefore()
                || task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
                        && each.isCamundaAsyncBefore();
    }

    /** The element whose extensions the engine reads for the task's job: the loop where each pass has its own. */
    private static ModelElementInstance jobOf(ServiceTask task) {
        return task.isCamundaAsyncBefore() ? task : task.getLoopCharacteristics();
    }

    private static boolean isWithin(CamundaFailedJobRetryTimeCycle cycle, ModelElementInstance owner) {
        return cycle.getParentElement().getParentElement().equals(owner);
    }
}
