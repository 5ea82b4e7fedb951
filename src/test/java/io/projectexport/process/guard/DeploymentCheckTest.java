package io.projectexport.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.process.ProcessTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class DeploymentCheckTest {

    private static final Path MODEL = Path.of("bpmn/project-export.bpmn");

    @Autowired
    private RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${createXeroJobDelegate}|${createXerJobDelegate}|calls ${createXerJobDelegate}, which this application does not have",
                "errorCode=\"XERO_REFUSED\"|errorCode=\"NO\"|\"Create job in Xero\" (serviceTask_createXeroJob) throws XERO_REFUSED, which nothing catches",
                "camunda:asyncBefore=\"true\" camunda:delegateExpression|camunda:delegateExpression|needs \"Asynchronous before\"",
                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${escalateReviewDelegate}\"|camunda:delegateExpression=\"${escalateReviewDelegate}\"|\"Escalate to ERP admins\" (serviceTask_escalateReview) needs \"Asynchronous before\"",
                "camunda:asyncBefore=\"true\" camunda:collection=\"${notifyAboutXeroJobDelegate|camunda:collection=\"${notifyAboutXeroJobDelegate|\"Notify about job in Xero\" (serviceTask_notifyAboutXeroJob) needs \"Asynchronous before\"",
                "camunda:asyncBefore=\"true\" camunda:collection=\"${rejectionNotices|camunda:collection=\"${rejectionNotices|\"Notify about rejection\" (serviceTask_notifyAboutRejection) needs \"Asynchronous before\"",
                "camunda:asyncBefore=\"true\" camunda:collection=\"${resubmissionReaders|camunda:collection=\"${resubmissionReaders|\"Notify about resubmission\" (serviceTask_notifyAboutResubmission) needs \"Asynchronous before\"",
                "camunda:candidateGroups=\"accounting-approvers\"|camunda:candidateGroups=\"everybody\"|\"Review project\" (userTask_reviewProject) needs the candidate group",
                "name=\"Project retrieved\" />|name=\"Gone\" />|boundary event with the message \"Project retrieved\"",
                "messageRef=\"message_projectRetrieved\"|messageRef=\"message_gone\"|(event_projectRetrieved) cannot be run: Invalid 'messageRef': no message with id 'message_gone' found",
                "${decision == 'accept'}|${decision = 'accept'}|Compare with two signs",
                "${submitter},${creator}|${dataSource.connection}|uses dataSource in ${dataSource.connection}, which is not for models",
                "formRef=\"review-project\"|formRef=\"review\"|Deploy review.form together with the model",
                "targetRef=\"userTask_correctProject\"|targetRef=\"endEvent_withdrawn\"|\"Withdrawn\" (endEvent_withdrawn) ends the process of a project that is",
            })
    void a_model_that_cannot_work_is_refused_and_what_is_wrong_is_named(String text, String edited, String problem)
            throws IOException {
        String model = Files.readString(MODEL);
        assertThat(model).contains(text);
        long before = repository.createProcessDefinitionQuery().count();

        assertThatThrownBy(() -> deploy(model.replace(text, edited)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageStartingWith("The model cannot work: ")
                .hasMessageContaining(problem);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(before);
    }

    @Test
    void a_model_without_its_forms_is_refused() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("project-export.bpmn", Files.readString(MODEL))
                        .deploy())
                .hasMessageContaining("Deploy submit-project.form together with the model");
    }

    @Test
    void as_many_problems_as_can_be_read_are_told_whole_and_the_others_counted() throws IOException {
        String model = Files.readString(MODEL).replace("Delegate}", "Missing}");

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("project-export.bpmn", model)
                        .deploy())
                .hasMessageMatching("The model cannot work: .{200,900}\\. And \\d+ more\\.");
    }

    @Test
    void an_edited_model_that_works_is_deployed() throws IOException {
        String model = Files.readString(MODEL)
                .replace("name=\"Review project\"", "name=\"Look at the project\"")
                .replaceFirst("versionTag=\"[^\"]*\"", "versionTag=\"77\"");

        Deployment deployment = deploy(model);

        assertThat(deployment.getId()).isNotNull();
        repository.deleteDeployment(deployment.getId(), true);
    }

    private Deployment deploy(String model) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().addString("project-export.bpmn", model);
        for (Path form : forms()) {
            deployment.addString(form.getFileName().toString(), Files.readString(form));
        }
        return deployment.deploy();
    }

    private static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.toList();
        }
    }
}
