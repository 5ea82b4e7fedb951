package io.projectexport.process;

import static io.projectexport.export.TestProjects.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.RetryExport;
import io.projectexport.export.notification.EscalateReview;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.export.notification.NotifyAboutRejection.Recipient;
import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.export.notification.Rejection;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import io.projectexport.export.submission.RetrieveProject;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.export.submission.WithdrawProject;
import io.projectexport.process.model.ProjectExportProcess;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

@ProcessTest
class ProjectExportProcessTest {

    private static final DateTimeFormatter WAITING_SINCE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Instant SUBMITTED_AT = Instant.parse("2026-11-25T09:05:00Z");

    private static final ReachedElements REACHED = new ReachedElements(ProjectExportProcess.KEY);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private SubmitProject submitProject;

    @Autowired
    private ReviewProject reviewProject;

    @Autowired
    private RetryExport retryExport;

    @Autowired
    private RetrieveProject retrieveProject;

    @Autowired
    private WithdrawProject withdrawProject;

    @Autowired
    private CreateXeroJob createXeroJob;

    @Autowired
    private FindRejection findRejection;

    @Autowired
    private NotifyAboutRejection notifyAboutRejection;

    @Autowired
    private EscalateReview escalateReview;

    @Autowired
    private NotifyAboutXeroJob notifyAboutXeroJob;

    @Autowired
    private NotifyAboutResubmission notifyAboutResubmission;

    @Autowired
    private ActionRules rules;

    @Autowired
    private People people;

    @Autowired
    private Accounting accounting;

    @Autowired
    private ProjectExports exports;

    private final Person sam = new Person("sam", "Sam Taylor", "sam@example.com", Set.of());
    private ProcessInstance instance;

    @BeforeEach
    void aLoggedInPersonAndAProject() {
        init(engine);
        engine.getIdentityService().setAuthenticatedUserId("sam");
        when(people.person(any())).thenReturn(sam);
        when(accounting.hasContacts()).thenReturn(true);
        when(accounting.preview(any())).thenReturn("Project: P-1 - Harbour Bridge");
        when(submitProject.submit(any(), anyMap(), any())).thenAnswer(call -> export(call.getArgument(0)));
        when(exports.find(any())).thenAnswer(call -> Optional.of(export(call.getArgument(0))));
        when(retrieveProject.retrieve(any(), any())).thenAnswer(call -> export(call.getArgument(0)));
    }

    @AfterEach
    void noteWhatWasReached() {
        REACHED.add(engine.getHistoryService());
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "test over", true));
        engine.getIdentityService().clearAuthentication();
    }

    @AfterAll
    static void everyElementIsReached() {
        REACHED.assertThatNoneIsMissing();
    }

    @Test
    void an_accepted_project_is_synced() {
        submit();
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_reviewProject")
                .task()
                .hasCandidateGroup("accounting-approvers");
        assertThat(businessKey()).isEqualTo(instance.getId());

        complete(task(), withVariables("decision", "accept", "contactName", "ACME"));
        verify(reviewProject).accept(id(), sam, "ACME");
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
    void a_failing_mail_server_leaves_a_synced_project_synced() {
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
    void a_task_carries_what_the_filters_show_of_its_project() {
        submit();

        assertThat(engine.getTaskService().getVariablesLocal(task().getId()))
                .containsEntry("captionNumber", "P-1")
                .containsEntry("captionName", "Harbour Bridge")
                .containsEntry("captionClient", "ACME")
                .containsEntry("captionSubmitter", "Sam Taylor")
                .containsEntry(
                        "captionWaitingSince",
                        WAITING_SINCE.format(task().getCreateTime().toInstant()));
    }

    @Test
    void a_task_links_to_its_own_project_whatever_id_came_with_the_decision_before() {
        submit();
        doThrow(ExportFailure.refused(List.of(new ExportError("No", "Ask."))))
                .when(createXeroJob)
                .run(any());

        assertThatThrownBy(() -> complete(
                        task(), withVariables("decision", "accept", "exportId", "another](https://example.com)")))
                .hasMessageContaining("cannot be changed here");
        accept();
        execute(job("serviceTask_createXeroJob"));

        assertThat(engine.getFormService().getTaskFormVariables(task().getId()))
                .containsEntry("exportId", instance.getId());
    }

    @Test
    void a_first_review_has_no_earlier_steps() {
        when(exports.history(any())).thenReturn(List.of(step("Submitted", null, null)));

        submit();

        assertThat(earlierSteps().elements()).isEmpty();
    }

    @Test
    void a_task_shows_the_steps_that_led_to_it_whatever_clients_send() {
        SpinJsonNode lie = Spin.JSON("[{\"what\":\"a lie\"}]");
        when(exports.history(any()))
                .thenReturn(List.of(
                        step("Submitted", null, null),
                        step("Rejected", "Too <b>vague</b>", null),
                        step("Failed to Export", null, "Name is taken.")));
        when(people.names(any())).thenReturn(Map.of("sam", "Sam Taylor"));
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        ProjectExportProcess.KEY, Map.of("projectNumber", "P-1", "earlierSteps", lie));
        ProcessEngineTests.assertThat(instance).isStarted();
        doThrow(ExportFailure.refused(List.of(new ExportError("No", "Ask."))))
                .when(createXeroJob)
                .run(any());
        assertThatThrownBy(() -> complete(task(), withVariables("decision", "accept", "earlierSteps", lie)))
                .hasMessageContaining("cannot be changed here");
        accept();
        execute(job("serviceTask_createXeroJob"));

        assertThat(earlierSteps())
                .hasToString("[" + row("Submitted", "") + "," + row("Rejected", "Too <b>vague</b>") + ","
                        + row("Failed to Export", "Name is taken.") + "]");
    }

    @Test
    void an_error_stays_readable_in_the_next_round() {
        when(exports.history(any()))
                .thenReturn(List.of(step("Failed to Export", null, "Name is taken."), step("Resubmitted", null, null)));
        when(people.names(any())).thenReturn(Map.of("sam", "Sam Taylor"));

        submit();

        assertThat(earlierSteps())
                .hasToString("[" + row("Failed to Export", "Name is taken.") + "," + row("Resubmitted", "") + "]");
    }

    private static HistoryEntry step(String what, String comment, String error) {
        return new HistoryEntry(SUBMITTED_AT, "sam", what, 1, comment, error, null);
    }

    private static String row(String what, String said) {
        return "{\"at\":\"2026-11-25 09:05\",\"round\":1,\"who\":\"Sam Taylor\",\"what\":\"%s\",\"said\":\"%s\"}"
                .formatted(what, said);
    }

    private SpinJsonNode earlierSteps() {
        return (SpinJsonNode)
                engine.getFormService().getTaskFormVariables(task().getId()).get("earlierSteps");
    }

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
    void a_decision_that_breaks_a_rule_leaves_the_task_where_it_is() {
        submit();
        when(reviewProject.reject(any(), any(), any()))
                .thenThrow(ActionRefused.invalid("comment", "Comment is missing."));

        assertThatThrownBy(() -> complete(task(), withVariables("decision", "reject")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Comment is missing.");
        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_reviewProject");
    }

    @Test
    void a_review_without_a_decision_is_refused() {
        submit();

        assertThatThrownBy(() -> complete(task(), withVariables("decision", "maybe")))
                .hasMessage("Decision is missing: choose Accept or Reject.");
        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_reviewProject");
    }

    @Test
    void a_task_is_claimed_only_by_somebody_who_may_decide() {
        submit();
        doThrow(ActionRefused.forbidden("Only accounting approvers may decide about projects."))
                .when(rules)
                .checkPerson(eq(Action.ACCEPT), any(), any());

        assertThatThrownBy(() -> engine.getTaskService().claim(task().getId(), "eve"))
                .hasMessage("Only accounting approvers may decide about projects.");
        ProcessEngineTests.assertThat(task()).isNotAssigned();
    }

    @Test
    void a_rejected_project_goes_back_with_the_reason_and_two_mails() {
        submit();
        reject();

        verify(reviewProject).reject(id(), sam, "Too vague");
        ProcessEngineTests.assertThat(instance)
                .isWaitingAt("userTask_correctProject", "serviceTask_notifyAboutRejection")
                .hasPassed("serviceTask_reopenProject")
                .variables()
                .containsEntry("rejectionReason", "Too vague")
                .doesNotContainKey("decision");
        ProcessEngineTests.assertThat(task()).hasCandidateUser("sam").hasCandidateUser("sue");

        runMails();
        verify(notifyAboutRejection).tell(id(), 1, Recipient.CREATOR);
        verify(notifyAboutRejection).tell(id(), 1, Recipient.SUBMITTER);
        ProcessEngineTests.assertThat(instance)
                .hasPassed("endEvent_peopleInformed")
                .isWaitingAt("userTask_correctProject");
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
        execute(job("serviceTask_notifyAboutXeroJob"));

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

    @Test
    void a_decision_changes_nothing_that_its_form_only_shows() {
        submit();
        stubRejection();

        for (String shown : List.of("estimateAmount", "creator")) {
            assertThatThrownBy(() -> complete(
                            task(), withVariables("decision", "reject", "comment", "Too vague", shown, "mallory")))
                    .hasMessageContaining("cannot be changed here");
        }
        reject();

        ProcessEngineTests.assertThat(instance)
                .variables()
                .containsEntry("estimateAmount", "100.00")
                .containsEntry("creator", "sue");
        ProcessEngineTests.assertThat(task("userTask_correctProject")).hasCandidateUser("sue");
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
    void a_token_moved_past_the_decision_hands_nothing_back_and_tells_nobody() {
        submit();

        assertThatThrownBy(() -> startBefore("serviceTask_reopenProject"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("this project was never rejected");
        startBefore("serviceTask_notifyAboutRejection#multiInstanceBody");

        ProcessEngineTests.assertThat(instance)
                .isWaitingAtExactly("userTask_reviewProject")
                .hasPassed("endEvent_peopleInformed");
        verify(notifyAboutRejection, never()).tell(any(), anyInt(), any());
    }

    private void startBefore(String activityId) {
        engine.getRuntimeService()
                .createProcessInstanceModification(instance.getId())
                .startBeforeActivity(activityId)
                .execute();
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
        execute(job("serviceTask_notifyAboutXeroJob"));

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
        execute(job("serviceTask_notifyAboutXeroJob"));

        ProcessEngineTests.assertThat(instance).isEnded().hasPassed("gateway_retry", "endEvent_synced");
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
    void an_approval_of_something_else_than_was_submitted_is_refused_and_the_task_shows_the_truth_again() {
        submit();
        engine.getRuntimeService().setVariable(instance.getId(), "estimateAmount", "1.00");

        assertThatThrownBy(this::accept)
                .hasMessageContaining("Nothing was decided")
                .hasMessageContaining("Estimate is shown as \"1.00\" and stored as \"100.00\"");

        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_reviewProject");
        assertThat(variable("estimateAmount")).isEqualTo("100.00");
        accept();
        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_createXeroJob");
    }

    @Test
    void a_field_that_comes_back_from_the_form_with_another_value_is_no_approval() {
        submit();

        assertThatThrownBy(() -> complete(task(), withVariables("decision", "accept", "projectName", "Harbour Tunnel")))
                .hasMessageContaining("Project name is shown as \"Harbour Tunnel\"");
        assertThatThrownBy(() -> complete(task(), withVariables("decision", "accept", "estimateAmount", 100.5)))
                .hasMessageContaining("Estimate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xeroPreview",
                "submitterName",
                "address",
                "submitter",
                "creator",
                "captionClient",
                "earlierSteps"
            })
    void nobody_changes_what_others_are_shown_whatever_a_task_is_sent_with(String shown) {
        submit();
        Object before = variable(shown);
        Task task = task();
        TaskService tasks = engine.getTaskService();
        Map<String, Object> lie = Map.of(shown, "The CEO");
        Map<String, Object> accept = Map.of("decision", "accept", shown, "The CEO");
        Map<String, Object> reject = Map.of("decision", "reject", "comment", "No", shown, "The CEO");

        List.<Runnable>of(
                        () -> tasks.resolveTask(task.getId(), lie),
                        () -> tasks.complete(task.getId(), accept),
                        () -> tasks.complete(task.getId(), reject),
                        () -> engine.getFormService().submitTaskForm(task.getId(), accept),
                        () -> tasks.handleBpmnError(task.getId(), "XERO_REFUSED", "no", lie),
                        () -> tasks.handleEscalation(task.getId(), "none", lie))
                .forEach(door -> {
                    try {
                        door.run();
                    } catch (ProcessEngineException refused) {
                        assertThat(refused.getMessage()).isNotEmpty();
                    }
                    assertThat(variable(shown)).isEqualTo(before);
                    ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_reviewProject");
                });
        assertThatThrownBy(() -> tasks.resolveTask(task.getId(), lie))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Nothing was changed: %s is shown to everybody who decides, and cannot be changed here."
                        .formatted(shown));
    }

    @Test
    void what_a_form_sends_back_as_it_was_is_no_change() {
        submit();

        complete(
                task(),
                withVariables(
                        "decision",
                        "accept",
                        "xeroPreview",
                        variable("xeroPreview"),
                        "address",
                        variable("address"),
                        "submitterName",
                        variable("submitterName")));

        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_createXeroJob");
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

    @Test
    void a_field_that_a_form_sends_back_empty_is_the_same_as_none() {
        submit();

        complete(task(), withVariables("decision", "accept", "state", "", "postalCode", " "));

        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_createXeroJob");
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
        assertThat(variable("contactName")).isEqualTo("ACME Ltd");
        assertThat(variable("xeroPreview")).isEqualTo("Contact: ACME Ltd");

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

    private Object variable(String name) {
        return engine.getRuntimeService().getVariable(instance.getId(), name);
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
        execute(job("serviceTask_notifyAboutXeroJob"));

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

    private void submit() {
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(ProjectExportProcess.KEY, Map.of("projectNumber", "P-1"));
        ProcessEngineTests.assertThat(instance).isStarted();
    }

    private void accept() {
        complete(task(), withVariables("decision", "accept"));
    }

    private void reject() {
        stubRejection();
        complete(task(), withVariables("decision", "reject", "comment", "Too vague"));
    }

    private void stubRejection() {
        when(findRejection.latest(id())).thenReturn(Optional.of(new Rejection(1, "Anna Keller", "Too vague")));
        when(notifyAboutRejection.recipients(id())).thenReturn(List.of(Recipient.CREATOR, Recipient.SUBMITTER));
    }

    private void runMails() {
        engine.getManagementService()
                .createJobQuery()
                .activityId("serviceTask_notifyAboutRejection")
                .list()
                .forEach(ProcessEngineTests::execute);
    }

    private UUID id() {
        return UUID.fromString(instance.getId());
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

    static ProjectExport export(UUID id) {
        Project project = project("P-1", "Harbour Bridge")
                .at("1 Quay Street", "Auckland", null, null, "New Zealand")
                .client("ACME")
                .estimate("100.00")
                .deadline(LocalDate.of(2027, 3, 31))
                .build();
        Submission submission = new Submission(project, "sam", "Sam Taylor", "sue", "sue@example.com", 1, SUBMITTED_AT);
        return new ProjectExport(id, submission, ExportStatus.READY_TO_EXPORT, null, Outcome.NONE);
    }
}
