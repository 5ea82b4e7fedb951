package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.notification.EscalateReview;
import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.process.model.ProjectExportProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told what, by jobs of their own: a mail server that fails holds nobody up. */
class NotificationProcessTest extends ProjectExportFixture {

    @RegisterExtension
    static final ReachedElements REACHED = new ReachedElements(
            ProjectExportProcess.KEY,
            Set.of(
                    "event_reviewOverdue",
                    "serviceTask_escalateReview",
                    "endEvent_escalated",
                    "serviceTask_notifyAboutXeroJob",
                    "gateway_resubmission",
                    "serviceTask_notifyAboutResubmission",
                    "endEvent_approversInformed"));

    @Autowired
    private CreateXeroJob createXeroJob;

    @Autowired
    private EscalateReview escalateReview;

    @Autowired
    private NotifyAboutXeroJob notifyAboutXeroJob;

    @Autowired
    private NotifyAboutResubmission notifyAboutResubmission;

    @Autowired
    private UndeliveredMails undelivered;

    @Test
    void a_failing_mail_server_leaves_a_synced_project_synced() {
        when(notifyAboutXeroJob.readers(any())).thenReturn(List.of("sam"));
        submit();
        accept();
        execute(job("serviceTask_createXeroJob"));
        doThrow(new IllegalStateException("no mail server"))
                .when(notifyAboutXeroJob)
                .tell(any());

        assertThatThrownBy(() -> execute(job("serviceTask_notifyAboutXeroJob"))).hasMessageContaining("no mail server");

        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("serviceTask_notifyAboutXeroJob")
                .hasPassed("serviceTask_createXeroJob");
        assertThat(job("serviceTask_notifyAboutXeroJob").getRetries()).isEqualTo(13);
        verify(createXeroJob).run(id());
    }

    @Test
    void a_mail_that_fails_on_its_last_try_is_given_up_where_somebody_sees_it() {
        submit();
        reject();
        doThrow(new IllegalStateException("no such mailbox"))
                .when(notifyAboutRejection)
                .tell(any(), anyInt(), any());
        Job mail = jobsAt("serviceTask_notifyAboutRejection").get(0);

        assertThatThrownBy(() -> execute(mail)).hasMessageContaining("no such mailbox");
        verify(undelivered, never()).giveUp(any());

        engine.getManagementService().setJobRetries(mail.getId(), 1);
        assertThatThrownBy(() -> execute(mail)).hasMessageContaining("no such mailbox");
        verify(undelivered).giveUp(id());
    }

    @Test
    void a_resubmission_is_announced_to_each_reader_by_a_job_of_their_own() {
        submit();
        reject();
        when(notifyAboutResubmission.readers(any())).thenReturn(List.of("anna", "ben"));
        complete(task("userTask_correctProject"), withVariables("correction", "resubmit"));
        verify(notifyAboutResubmission, never()).readers(any());
        ProcessEngineTests.assertThat(instance).hasPassed("gateway_resubmission");

        runAnnouncement();
        doThrow(new IllegalStateException("mailbox full"))
                .when(notifyAboutResubmission)
                .tell(id(), "anna");
        for (Job mail : announcements()) {
            try {
                execute(mail);
            } catch (RuntimeException mailboxFull) {
                assertThat(mailboxFull).hasMessageContaining("mailbox full");
            }
        }

        verify(notifyAboutResubmission).tell(id(), "anna");
        verify(notifyAboutResubmission).tell(id(), "ben");
        assertThat(announcements()).singleElement().extracting(Job::getRetries).isEqualTo(13);
        ProcessEngineTests.assertThat(instance).hasPassed("serviceTask_registerSubmission");
        complete(task("userTask_reviewProject"), withVariables("decision", "accept"));
    }

    @Test
    void a_resubmission_that_nobody_wants_to_hear_of_is_over_at_once() {
        submit();
        reject();
        complete(task("userTask_correctProject"), withVariables("correction", "resubmit"));

        runAnnouncement();

        ProcessEngineTests.assertThat(instance)
                .hasPassed("endEvent_approversInformed")
                .isWaitingAt("userTask_reviewProject");
        verify(notifyAboutResubmission, never()).tell(any(), any());
    }

    @Test
    void a_resubmission_that_breaks_a_rule_is_announced_to_nobody() {
        submit();
        reject();
        when(submitProject.submit(any(), anyMap(), any()))
                .thenThrow(ActionRefused.invalid("projectName", "Project name is missing."));

        assertThatThrownBy(() -> complete(task("userTask_correctProject"), withVariables("correction", "resubmit")))
                .hasMessage("Project name is missing.");

        assertThat(jobsAt("serviceTask_notifyAboutResubmission#multiInstanceBody"))
                .isEmpty();
        ProcessEngineTests.assertThat(instance).hasNotPassed("gateway_resubmission");
    }

    private void runAnnouncement() {
        jobsAt("serviceTask_notifyAboutResubmission#multiInstanceBody").forEach(ProcessEngineTests::execute);
    }

    private List<Job> announcements() {
        return jobsAt("serviceTask_notifyAboutResubmission");
    }

    private List<Job> jobsAt(String activityId) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activityId)
                .list();
    }

    @Test
    void an_overdue_review_is_escalated_and_goes_on_waiting() {
        submit();
        Job timer = job("event_reviewOverdue");
        assertThat(timer.getDuedate())
                .isCloseTo(
                        Instant.now().plus(3, ChronoUnit.DAYS),
                        Duration.ofMinutes(5).toMillis());

        execute(timer);
        Instant overdueAt = job("serviceTask_escalateReview").getCreateTime().toInstant();
        execute(job("serviceTask_escalateReview"));

        verify(escalateReview).escalate(id(), overdueAt);
        ProcessEngineTests.assertThat(instance)
                .hasPassedInOrder("event_reviewOverdue", "serviceTask_escalateReview", "endEvent_escalated")
                .isWaitingAt("userTask_reviewProject");
        assertThat(job("event_reviewOverdue")).as("once in a round").isNull();
        when(notifyAboutXeroJob.readers(any())).thenReturn(List.of("sam"));
        accept();
        execute(job("serviceTask_createXeroJob"));
        execute(job("serviceTask_notifyAboutXeroJob"));
        ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_synced");
    }

    @Test
    void a_failing_mail_server_keeps_nobody_from_deciding_about_an_overdue_review() {
        submit();
        doThrow(new IllegalStateException("no mail server"))
                .when(escalateReview)
                .escalate(any(), any());
        execute(job("event_reviewOverdue"));
        assertThatThrownBy(() -> execute(job("serviceTask_escalateReview"))).hasMessageContaining("no mail server");

        accept();
        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance).hasPassed("endEvent_synced").isWaitingAt("serviceTask_escalateReview");
    }

    @Test
    void a_failing_mail_server_keeps_nobody_from_resubmitting() {
        submit();
        doThrow(new IllegalStateException("no mail server"))
                .when(notifyAboutRejection)
                .tell(any(), eq(1), any());
        reject();

        assertThatThrownBy(this::runMails).hasMessageContaining("no mail server");
        complete(task("userTask_correctProject"), withVariables("correction", "resubmit"));

        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_reviewProject", "serviceTask_notifyAboutRejection");
        verify(submitProject, times(2)).submit(eq(id()), anyMap(), eq(sam));
    }
}
