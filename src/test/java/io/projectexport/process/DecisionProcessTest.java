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
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.approval.ReviewProject;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.notification.NotifyAboutRejection.Recipient;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.process.model.ProjectExportProcess;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What approvers are shown of a project, and what their decision about it leads to. */
class DecisionProcessTest extends ProjectExportFixture {

    private static final DateTimeFormatter WAITING_SINCE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @RegisterExtension
    static final ReachedElements REACHED = new ReachedElements(
            ProjectExportProcess.KEY,
            Set.of(
                    "userTask_reviewProject",
                    "gateway_accepted",
                    "serviceTask_reopenProject",
                    "gateway_rejected",
                    "userTask_correctProject",
                    "serviceTask_notifyAboutRejection",
                    "endEvent_peopleInformed"));

    @Autowired
    private ReviewProject reviewProject;

    @Autowired
    private CreateXeroJob createXeroJob;

    @Autowired
    private ActionRules rules;

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
    void a_project_costs_the_engine_few_variables_and_its_form_shows_it_all() {
        when(accounting.currency()).thenReturn(Optional.of("NZD"));
        submit();

        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys("projectNumber", "projectName", "client");
        assertThat(engine.getFormService().getTaskFormVariables(task().getId()))
                .containsEntry("exportId", instance.getId())
                .containsEntry("projectNumber", "P-1")
                .containsEntry("estimateAmount", "100.00")
                .containsEntry("deadline", "2027-03-31")
                .containsEntry("estimateInWords", "NZD 100.00")
                .containsEntry("deadlineInWords", "31 Mar 2027")
                .containsEntry("changes", null)
                .containsEntry("address", "1 Quay Street, Auckland, New Zealand")
                .containsEntry("submitterName", "Sam Taylor")
                .containsEntry("xeroPreview", "Project: P-1 - Harbour Bridge")
                .containsEntry("contactName", "ACME")
                .containsEntry("hasContact", true)
                .containsEntry("round", 1);
    }

    @Test
    void a_review_shows_what_its_round_has_changed_and_not_what_earlier_ones_have() {
        when(exports.find(any()))
                .thenAnswer(call -> Optional.of(export(call.getArgument(0)))
                        .map(first -> new ProjectExport(
                                first.id(), inRound(3, first.submission()), first.status(), null, first.outcome())));
        when(exports.history(any()))
                .thenReturn(List.of(
                        new HistoryEntry(
                                SUBMITTED_AT, "sam", "Resubmitted", 2, "City: Auckland → Wellington", null, null),
                        new HistoryEntry(
                                SUBMITTED_AT, "sam", "Resubmitted", 3, "Client: ACME → ACME Ltd", null, null)));
        submit();

        assertThat(shown("changes")).isEqualTo("Client: ACME → ACME Ltd");
    }

    private static Submission inRound(int round, Submission submission) {
        return new Submission(
                submission.project(),
                submission.submitter(),
                submission.submitterName(),
                submission.creator(),
                submission.creatorEmail(),
                round,
                submission.submittedAt());
    }

    @Test
    void a_form_gets_the_values_that_it_asks_for() {
        submit();

        assertThat(engine.getFormService()
                        .getTaskFormVariables(task().getId(), List.of("client", "exportId", "comment"), false))
                .containsOnlyKeys("client", "exportId");
    }

    @Test
    void a_decision_leaves_nothing_behind_of_what_its_form_sent_back() {
        submit();

        complete(
                task(), withVariables("decision", "accept", "address", shown("address"), "contactChoice", "unchanged"));

        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys("projectNumber", "projectName", "client", "decision");
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
    void a_decision_changes_nothing_that_its_form_only_shows() {
        submit();
        stubRejection();

        for (String shown : List.of("estimateAmount", "creator")) {
            assertThatThrownBy(() -> complete(
                            task(), withVariables("decision", "reject", "comment", "Too vague", shown, "mallory")))
                    .hasMessageContaining("cannot be changed here");
        }
        reject();

        assertThat(engine.getFormService()
                        .getTaskFormVariables(task("userTask_correctProject").getId()))
                .containsEntry("estimateAmount", "100.00")
                .containsEntry("creator", "sue");
        ProcessEngineTests.assertThat(task("userTask_correctProject")).hasCandidateUser("sue");
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
    void an_approval_of_something_else_than_was_submitted_is_refused_and_the_task_shows_the_truth_again() {
        submit();
        engine.getRuntimeService().setVariable(instance.getId(), "estimateAmount", "1.00");

        assertThatThrownBy(this::accept)
                .hasMessageContaining("Nothing was decided")
                .hasMessageContaining("Estimate is shown as \"1.00\" and stored as \"100.00\"");

        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_reviewProject");
        assertThat(shown("estimateAmount")).isEqualTo("100.00");
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

    @Test
    void a_field_that_a_form_sends_back_empty_is_the_same_as_none() {
        submit();

        complete(task(), withVariables("decision", "accept", "state", "", "postalCode", " "));

        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_createXeroJob");
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
                        shown("xeroPreview"),
                        "address",
                        shown("address"),
                        "submitterName",
                        shown("submitterName")));

        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_createXeroJob");
    }
}
