package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.WithdrawProject;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** How a project comes into the process and leaves it again without a job: submitted, retrieved, withdrawn, deleted. */
class SubmissionProcessTest extends ProjectExportFixture {

    @RegisterExtension
    static final ReachedElements REACHED = new ReachedElements(
            ProjectExportProcess.KEY,
            Set.of(
                    "startEvent_projectSubmitted",
                    "serviceTask_registerSubmission",
                    "userTask_reviewProject",
                    "event_projectRetrieved",
                    "serviceTask_retrieveProject",
                    "userTask_correctProject",
                    "gateway_resubmitted",
                    "endEvent_withdrawn"));

    @Autowired
    private WithdrawProject withdrawProject;

    @Test
    void a_submission_that_breaks_a_rule_starts_nothing() {
        when(submitProject.submit(any(), anyMap(), any()))
                .thenThrow(ActionRefused.invalid("projectName", "Project name is missing."));

        assertThatThrownBy(this::submit)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Project name is missing.");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void a_serialized_object_is_never_read() {
        Object bomb = Variables.serializedObjectValue("\"localhost\"")
                .objectTypeName("java.net.InetAddress")
                .serializationDataFormat("application/json")
                .create();

        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(ProjectExportProcess.KEY, Map.of("projectName", bomb));

        verify(submitProject)
                .submit(any(), argThat(fields -> fields.get("projectName").equals(false)), any());
    }

    @Test
    void nobody_starts_in_the_middle_of_the_process() {
        when(exports.find(any())).thenReturn(Optional.empty());

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createProcessInstanceByKey(ProjectExportProcess.KEY)
                        .startBeforeActivity("userTask_reviewProject")
                        .execute())
                .hasMessage("Submit a project at the start of the process.");
    }

    @Test
    void a_deleted_instance_withdraws_its_project() {
        submit();

        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "by mistake", true);

        verify(withdrawProject).abandon(id());
    }

    @Test
    void an_instance_that_ends_by_itself_abandons_nothing() {
        submit();
        accept();
        execute(job("serviceTask_createXeroJob"));

        verify(withdrawProject, never()).abandon(any());
    }

    @Test
    void a_rejected_project_can_be_withdrawn_for_good() {
        submit();
        reject();
        runMails();

        complete(task("userTask_correctProject"), withVariables("correction", "withdraw"));

        verify(withdrawProject).withdraw(id(), sam);
        ProcessEngineTests.assertThat(instance)
                .isEnded()
                .hasPassedInOrder("userTask_correctProject", "gateway_resubmitted", "endEvent_withdrawn");
    }

    @Test
    void a_retrieved_project_waits_for_its_correction_and_nobody_gets_mail() {
        submit();

        engine.getRuntimeService()
                .createMessageCorrelation("Project retrieved")
                .processInstanceId(instance.getId())
                .correlate();

        verify(retrieveProject).retrieve(id(), sam);
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_correctProject")
                .hasPassedInOrder("event_projectRetrieved", "serviceTask_retrieveProject")
                .hasNotPassed("serviceTask_notifyAboutRejection", "gateway_accepted");
    }
}
