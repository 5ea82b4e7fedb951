package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.existing.LookForExistingJobs;
import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.process.expression.ComputedValues;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.ExistingJobsWatch;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

/** How an accepted project becomes a job in Xero, and which way each failure of Xero leads. */
class ExportProcessTest extends ProjectExportFixture {

    @RegisterExtension
    static final ReachedElements REACHED = new ReachedElements(
            ProjectExportProcess.KEY,
            Set.of(
                    "serviceTask_createXeroJob",
                    "event_xeroRefused",
                    "event_xeroUnavailable",
                    "event_xeroNotConnected",
                    "event_xeroRateLimited",
                    "event_xeroOutcomeUnknown",
                    "event_waitForXero",
                    "userTask_resolveFailedExport",
                    "gateway_retry",
                    "endEvent_synced"));

    @Autowired
    private ComputedValues values;

    @Autowired
    private ReviewProject reviewProject;

    @Autowired
    private RetryExport retryExport;

    @Autowired
    private LookForExistingJobs existingJobs;

    @Autowired
    private ExistingJobsWatch watch;

    @Autowired
    private CreateXeroJob createXeroJob;

    @Autowired
    private NotifyAboutXeroJob notifyAboutXeroJob;

    @Test
    void an_accepted_project_is_synced() {
        when(notifyAboutXeroJob.readers(any())).thenReturn(List.of("sam"));
        submit();
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_reviewProject")
                .task()
                .hasCandidateGroup("accounting-approvers");
        assertThat(businessKey()).isEqualTo(instance.getId());

        complete(task(), withVariables("decision", "accept", "contactName", "ACME"));
        verify(reviewProject).accept(id(), sam, JobChoice.of(ContactChoice.another("ACME")));
        execute(job("serviceTask_createXeroJob"));
        verify(notifyAboutXeroJob, never()).tell(any());
        execute(job("serviceTask_notifyAboutXeroJob"));

        ProcessEngineTests.assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_projectSubmitted",
                        "serviceTask_registerSubmission",
                        "userTask_reviewProject",
                        "gateway_accepted",
                        "serviceTask_createXeroJob",
                        "serviceTask_notifyAboutXeroJob",
                        "endEvent_synced")
                .hasNotPassed("serviceTask_reopenProject", "userTask_resolveFailedExport");
        verify(createXeroJob).run(id());
        verify(notifyAboutXeroJob).tell(id());
    }

    @Test
    void a_job_that_nobody_wants_to_hear_of_is_the_end_at_once() {
        submit();
        accept();

        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_synced");
        verify(notifyAboutXeroJob, never()).tell(any());
    }

    @Test
    void what_xero_refuses_waits_in_failed_to_export_with_xeros_words() {
        submit();
        accept();
        ExportFailure refused = ExportFailure.refused(
                List.of(new ExportError("Name is taken", "Rename it."), new ExportError("Too big", "Shrink it.")));
        doThrow(refused).when(createXeroJob).run(any());

        execute(job("serviceTask_createXeroJob"));

        verify(createXeroJob).failed(id(), refused);
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_resolveFailedExport")
                .hasPassed("event_xeroRefused")
                .variables()
                .containsEntry("exportErrors", "Name is taken\nToo big\n\nRename it.\nShrink it.");
        ProcessEngineTests.assertThat(task()).hasCandidateGroup("accounting-approvers");
    }

    @Test
    void a_missing_connection_is_told_apart_and_a_retry_exports_again() {
        submit();
        accept();
        doThrow(ExportFailure.notConnected(new ExportError("invalid_grant", "Reconnect."), null))
                .doReturn(new XeroJob("job-1", "url"))
                .when(createXeroJob)
                .run(any());
        execute(job("serviceTask_createXeroJob"));
        ProcessEngineTests.assertThat(instance).hasPassed("event_xeroNotConnected");

        complete(task(), withVariables("resolution", "retry"));
        verify(retryExport).retry(id(), sam, JobChoice.NONE);
        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance).isEnded().hasPassed("gateway_retry", "endEvent_synced");
    }

    @Test
    void jobs_that_were_found_before_a_review_are_offered_there_and_the_choice_is_carried_out() {
        submit();
        offer(new FoundJob(new XeroJob("job-7", "url"), "status: closed"));
        assertThat(variable("hasJobOptions")).isEqualTo(true);
        assertThat(((SpinJsonNode) variable("jobOptions")).elements())
                .extracting(option -> option.prop("value").stringValue())
                .containsExactly("job-7", "new");

        // a form that links asks nothing about the contact
        complete(task(), withVariables("decision", "accept", "jobChoice", "job-7"));
        verify(reviewProject).accept(id(), sam, new JobChoice("job-7", false));
    }

    @Test
    void what_is_not_in_xero_any_more_is_not_offered_any_more() {
        submit();
        offer(new FoundJob(new XeroJob("job-7", "url"), "status: closed"));

        offer();

        assertThat(variable("hasJobOptions")).isEqualTo(false);
    }

    @Test
    void an_outage_of_xero_disturbs_no_review() {
        submit();
        when(existingJobs.look())
                .thenThrow(ExportFailure.unavailable(new ExportError("Xero did not answer.", "Retry."), null));

        watch.look();

        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_reviewProject")
                .variables()
                .doesNotContainKey("hasJobOptions");
    }

    @Test
    void what_is_found_too_late_changes_nothing() {
        submit();
        accept();

        offer(new FoundJob(new XeroJob("job-7", "url"), "status: closed"));

        ProcessEngineTests.assertThat(instance).variables().doesNotContainKey("hasJobOptions");
    }

    private void offer(FoundJob... found) {
        when(existingJobs.look()).thenReturn(Map.of(id(), List.of(found)));
        watch.look();
    }

    @Test
    void an_answer_in_a_form_goes_before_the_name_that_stands_there() {
        submit();
        complete(task(), withVariables("decision", "accept", "contactChoice", "none", "contactName", "ACME"));
        verify(reviewProject).accept(id(), sam, JobChoice.of(ContactChoice.NONE));
    }

    @Test
    void a_form_of_an_earlier_release_asks_for_the_name_alone() {
        submit();
        complete(task(), withVariables("decision", "accept", "contactName", ""));
        verify(reviewProject).accept(id(), sam, JobChoice.of(ContactChoice.NONE));
    }

    @Test
    void another_client_of_a_retry_is_shown_and_exported() {
        failOnce();
        when(exports.find(any())).thenAnswer(call -> Optional.of(accepted(call.getArgument(0), "Muster GmbH")));

        complete(
                task(),
                withVariables("resolution", "retry", "contactChoice", "another", "contactName", "Muster  GmbH"));
        verify(retryExport).retry(id(), sam, JobChoice.of(ContactChoice.another("Muster GmbH")));
        assertThat(values.of(instance.getId()).orElseThrow().get("contactName")).isEqualTo("Muster GmbH");
        execute(job("serviceTask_createXeroJob"));

        verify(createXeroJob, times(2)).run(id());
    }

    @Test
    void an_answer_of_an_earlier_task_is_not_met_again() {
        submit();
        complete(task(), withVariables("decision", "accept", "contactChoice", "another", "contactName", "ACME"));
        doThrow(ExportFailure.refused(List.of(new ExportError("No", "Ask."))))
                .when(createXeroJob)
                .run(any());
        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance).variables().doesNotContainKey("contactChoice");
        complete(task(), withVariables("resolution", "retry"));
        verify(retryExport).retry(id(), sam, JobChoice.NONE);
    }

    @Test
    void an_answer_that_no_form_gives_is_refused_by_its_name() {
        failOnce();

        assertThatThrownBy(() -> complete(task(), withVariables("resolution", "retry", "contactChoice", "maybe")))
                .hasMessageContaining("Client in Xero must be one of");
        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_resolveFailedExport");
    }

    private void failOnce() {
        submit();
        accept();
        doThrow(ExportFailure.refused(List.of(new ExportError("Contact is archived", "Choose."))))
                .doReturn(new XeroJob("job-1", "url"))
                .when(createXeroJob)
                .run(any());
        execute(job("serviceTask_createXeroJob"));
    }

    @Test
    void jobs_that_exist_are_offered_and_the_choice_is_carried_out() {
        failWithJobsToChooseFrom();

        SpinJsonNode options = (SpinJsonNode) variable("jobOptions");
        assertThat(options.elements())
                .extracting(
                        option -> option.prop("value").stringValue(),
                        option -> option.prop("label").stringValue())
                .containsExactly(
                        tuple("job-7", "Link to job-7: status: in progress"),
                        tuple("new", "Create a new job of the same name"));
        assertThat(variable("hasJobOptions")).isEqualTo(true);

        complete(task(), withVariables("resolution", "retry", "jobChoice", "job-7"));
        verify(retryExport).retry(id(), sam, new JobChoice("job-7", false));
    }

    @Test
    void a_new_job_can_be_chosen_and_an_old_choice_is_not_met_again() {
        failWithJobsToChooseFrom();
        complete(task(), withVariables("resolution", "retry", "jobChoice", "new"));
        verify(retryExport).retry(id(), sam, new JobChoice(null, true));

        when(createXeroJob.jobsToChooseFrom(any())).thenReturn(List.of());
        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_resolveFailedExport")
                .variables()
                .doesNotContainKey("jobChoice")
                .containsEntry("hasJobOptions", false);
    }

    private void failWithJobsToChooseFrom() {
        submit();
        accept();
        doThrow(ExportFailure.refused(List.of(new ExportError("Xero already has 1 job.", "Choose."))))
                .when(createXeroJob)
                .run(any());
        when(createXeroJob.jobsToChooseFrom(any()))
                .thenReturn(List.of(new FoundJob(new XeroJob("job-7", "url"), "status: in progress")));
        execute(job("serviceTask_createXeroJob"));
    }

    @Test
    void a_variable_that_was_edited_after_the_approval_stops_the_export_once() {
        submit();
        accept();
        engine.getRuntimeService().setVariable(instance.getId(), "projectName", "Harbour Tunnel");

        execute(job("serviceTask_createXeroJob"));

        verify(createXeroJob, never()).run(any());
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_resolveFailedExport")
                .hasPassed("event_xeroRefused");
        assertThat(String.valueOf(variable("exportErrors")))
                .contains("Project name is shown as \"Harbour Tunnel\" and stored as \"Harbour Bridge\"");
        assertThat(variable("projectName")).isEqualTo("Harbour Bridge");

        complete(task(), withVariables("resolution", "retry"));
        execute(job("serviceTask_createXeroJob"));
        verify(createXeroJob).run(id());
    }

    @Test
    void the_contact_that_was_approved_is_shown_and_no_other_one_is_exported() {
        submit();
        when(exports.find(any())).thenAnswer(call -> Optional.of(accepted(call.getArgument(0), "ACME Ltd")));
        when(accounting.preview(argThat(request -> request != null && "ACME Ltd".equals(request.contactName()))))
                .thenReturn("Contact: ACME Ltd");

        complete(task(), withVariables("decision", "accept", "contactName", " ACME  Ltd "));
        assertThat(values.of(instance.getId()).orElseThrow())
                .returns("ACME Ltd", shown -> shown.get("contactName"))
                .returns("Contact: ACME Ltd", shown -> shown.get("xeroPreview"));

        engine.getRuntimeService().setVariable(instance.getId(), "contactName", "Somebody Else");
        execute(job("serviceTask_createXeroJob"));
        verify(createXeroJob, never()).run(any());
        assertThat(String.valueOf(variable("exportErrors"))).contains("Contact in Xero is shown as \"Somebody Else\"");
    }

    @Test
    void what_xero_did_not_create_in_many_tries_is_not_tried_again_by_itself() {
        submit();
        accept();
        ExportFailure givenUp = ExportFailure.givenUp(new ExportError("Xero did not answer.", "Retry later."));
        doThrow(givenUp).when(createXeroJob).run(any());

        execute(job("serviceTask_createXeroJob"));

        verify(createXeroJob).failed(id(), givenUp);
        ProcessEngineTests.assertThat(instance)
                .hasPassed("event_xeroUnavailable")
                .isWaitingAt("userTask_resolveFailedExport");
    }

    @Test
    void a_failed_export_can_be_rejected() {
        submit();
        accept();
        doThrow(ExportFailure.refused(List.of(new ExportError("No", "Ask."))))
                .when(createXeroJob)
                .run(any());
        execute(job("serviceTask_createXeroJob"));
        stubRejection();

        complete(task(), withVariables("resolution", "reject", "comment", "Too vague"));

        verify(reviewProject).reject(id(), sam, "Too vague");
        ProcessEngineTests.assertThat(instance)
                .hasPassed("serviceTask_reopenProject")
                .isWaitingAt("userTask_correctProject", "serviceTask_notifyAboutRejection");
    }

    @Test
    void an_unavailable_xero_is_tried_again_before_the_export_fails() {
        submit();
        accept();
        doThrow(ExportFailure.unavailable(new ExportError("Xero answered 503.", "Retry later."), null))
                .when(createXeroJob)
                .run(any());

        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThatThrownBy(() -> execute(job("serviceTask_createXeroJob"))).hasMessageContaining("503");
            verify(createXeroJob, never()).failed(any(), any());
            verify(createXeroJob, times(attempt)).triedAgain(eq(id()), any());
            assertThat(job("serviceTask_createXeroJob").getRetries()).isEqualTo(5 - attempt);
        }
        execute(job("serviceTask_createXeroJob"));

        verify(createXeroJob).failed(eq(id()), any());
        ProcessEngineTests.assertThat(instance)
                .hasPassed("event_xeroUnavailable")
                .isWaitingAt("userTask_resolveFailedExport");
    }

    @Test
    void a_rate_limit_is_waited_out_without_burning_a_retry() {
        submit();
        accept();
        Instant retryAt = Instant.now().plusSeconds(3600);
        ExportFailure limited = ExportFailure.rateLimited(retryAt, "60 calls a minute are used up.");
        doThrow(limited)
                .doReturn(new XeroJob("job-1", "url"))
                .when(createXeroJob)
                .run(any());

        execute(job("serviceTask_createXeroJob"));

        verify(createXeroJob).waiting(id(), limited);
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("event_waitForXero")
                .hasPassed("event_xeroRateLimited")
                .variables()
                .containsEntry("waitingFor", "60 calls a minute are used up.");
        Job timer = job("event_waitForXero");
        assertThat(timer.getDuedate().toInstant()).isCloseTo(retryAt, within(1, ChronoUnit.SECONDS));
        execute(timer);
        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_synced");
    }

    @Test
    void an_unknown_outcome_is_checked_again_later() {
        submit();
        accept();
        doThrow(ExportFailure.outcomeUnknown(Instant.now().plusSeconds(15), "Checking with Xero."))
                .when(createXeroJob)
                .run(any());

        execute(job("serviceTask_createXeroJob"));

        ProcessEngineTests.assertThat(instance).isWaitingAt("event_waitForXero").hasPassed("event_xeroOutcomeUnknown");
    }

    @Test
    void a_bug_in_the_export_becomes_an_incident_and_moves_nothing() {
        submit();
        accept();
        doThrow(new IllegalStateException("a bug")).when(createXeroJob).run(any());

        assertThatThrownBy(() -> execute(job("serviceTask_createXeroJob"))).hasMessageContaining("a bug");

        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_createXeroJob");
    }

    private String businessKey() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private static ProjectExport accepted(UUID id, String contactName) {
        Decision decision = new Decision("anna", Instant.now(), contactName, "hash", null);
        return new ProjectExport(id, export(id).submission(), ExportStatus.EXPORTING, decision, Outcome.NONE);
    }

    @Test
    void a_database_that_is_away_costs_no_try_and_what_it_stopped_goes_on_within_seconds() {
        submit();
        accept();
        for (SQLException away : List.of(
                new SQLException("An I/O error occurred while sending to the backend.", "08006"),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLTransientConnectionException("Connection is not available, request timed out"))) {
            doThrow(new CannotCreateTransactionException("Could not open JDBC Connection", away))
                    .when(createXeroJob)
                    .run(any());

            assertThatThrownBy(() -> execute(job("serviceTask_createXeroJob"))).hasMessageContaining("JDBC");

            assertThat(job("serviceTask_createXeroJob").getRetries()).isEqualTo(5);
            assertThat(job("serviceTask_createXeroJob").getDuedate())
                    .isBefore(Date.from(Instant.now().plusSeconds(6)));
        }
        verify(createXeroJob, never()).failed(any(), any());

        doThrow(new IllegalStateException("A mistake of ours"))
                .when(createXeroJob)
                .run(any());
        assertThatThrownBy(() -> execute(job("serviceTask_createXeroJob"))).hasMessageContaining("mistake");
        assertThat(job("serviceTask_createXeroJob").getRetries()).isEqualTo(4);
    }

    @Test
    void the_reasons_of_a_failure_are_not_changed_with_its_resolution() {
        failWithJobsToChooseFrom();
        Task task = task();

        for (String shown : List.of("exportErrors", "jobOptions", "estimateAmount")) {
            assertThatThrownBy(() -> engine.getTaskService().resolveTask(task.getId(), Map.of(shown, "Nothing")))
                    .hasMessageContaining("cannot be changed here");
            assertThatThrownBy(() -> complete(task(), withVariables("resolution", "retry", shown, "Nothing")))
                    .hasMessageContaining("cannot be changed here");
        }
    }
}
