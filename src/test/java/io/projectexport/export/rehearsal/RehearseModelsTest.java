package io.projectexport.export.rehearsal;

import static io.projectexport.export.project.HistoryStep.ACCEPTED;
import static io.projectexport.export.project.HistoryStep.APPROVED;
import static io.projectexport.export.project.HistoryStep.ESCALATED;
import static io.projectexport.export.project.HistoryStep.REJECTED;
import static io.projectexport.export.project.HistoryStep.RESUBMITTED;
import static io.projectexport.export.project.HistoryStep.RETRIED;
import static io.projectexport.export.project.HistoryStep.RETRIEVED;
import static io.projectexport.export.project.HistoryStep.SYNCED;
import static io.projectexport.export.project.HistoryStep.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.projectexport.export.TestProjects;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.model.CheckModels;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.DeployedModels;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.rehearsal.Deviation.Kind;
import io.projectexport.export.rehearsal.Rehearsal.Example;
import io.projectexport.export.rehearsal.Rehearsal.Group;
import io.projectexport.process.guard.GuardedModels;
import io.projectexport.process.guard.ModelWalk;
import io.projectexport.process.rehearsal.TestRehearsedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearseModelsTest {

    private static final String MODEL = "project-export.bpmn";
    private static final Person ADMIN = new Person("admin", "Admin", null, Set.of(Privilege.ADMINISTER));

    /** One of each kind of life. */
    private static final List<PastProject> LIVES = List.of(
            TestPast.submitted("P-1").did(ACCEPTED, SYNCED).build(),
            TestPast.submitted("P-2")
                    .did(REJECTED, RESUBMITTED, ACCEPTED, SYNCED)
                    .build(),
            TestPast.submitted("P-3").did(REJECTED, WITHDRAWN).build(),
            TestPast.submitted("P-4")
                    .did(RETRIEVED, RESUBMITTED, ACCEPTED, SYNCED)
                    .build(),
            TestPast.submitted("P-5").did(RETRIEVED, WITHDRAWN).build(),
            TestPast.submitted("P-6")
                    .did(ACCEPTED)
                    .failed(Reason.REFUSED)
                    .did(RETRIED)
                    .failed(Reason.UNAVAILABLE)
                    .did(RETRIED, SYNCED)
                    .build(),
            TestPast.submitted("P-7")
                    .did(ACCEPTED)
                    .failed(Reason.NOT_CONNECTED)
                    .did(REJECTED, RESUBMITTED, ACCEPTED)
                    .failed(Reason.REFUSED)
                    .did(REJECTED, WITHDRAWN)
                    .build(),
            TestPast.submitted("P-8").did(ESCALATED, ACCEPTED, SYNCED).build());

    private final DeployedModels deployed = mock();
    private final CheckModels check = mock();
    private final Map<String, byte[]> decisions = new HashMap<>();
    private List<PastProject> past = LIVES;

    private Rehearsal rehearse(Map<String, byte[]> files) {
        return new RehearseModels(check, deployed, TestRehearsedModels.with(decisions), limit -> past)
                .rehearse(files, ADMIN)
                .rehearsal();
    }

    private static Map<String, byte[]> edited(String text, String replacement) {
        return GuardedModels.edited(MODEL, text, replacement);
    }

    /** Without what the expression finds, and with something before the end of the process. */
    private static Map<String, byte[]> redrawn(String more, String... gone) {
        Map<String, byte[]> files = GuardedModels.shipped();
        String model = new String(files.get(MODEL), StandardCharsets.UTF_8);
        for (String expression : gone) {
            String without = model.replaceAll("(?s)" + expression, "");
            assertThat(without).isNotEqualTo(model);
            model = without;
        }
        files.put(
                MODEL,
                model.replace("</bpmn:process>", more + "</bpmn:process>").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static List<String> words(Rehearsal rehearsal) {
        return rehearsal.groups().stream()
                .map(group -> group.projects() + " " + group.deviation().words())
                .toList();
    }

    @Test
    void on_the_model_as_it_is_all_go_as_they_did() {
        Rehearsal rehearsal = rehearse(GuardedModels.shipped());

        assertThat(words(rehearsal)).isEmpty();
        assertThat(rehearsal.rehearsed()).isEqualTo(LIVES.size());
        assertThat(rehearsal.asTheyDid()).isEqualTo(LIVES.size());
    }

    @Test
    void on_the_first_releases_model_and_with_other_ids_too() {
        assertThat(words(rehearse(GuardedModels.released()))).isEmpty();
        assertThat(words(rehearse(edited("userTask_reviewProject", "Activity_0abc"))))
                .isEmpty();
        assertThat(words(rehearse(edited("serviceTask_createXeroJob", "Activity_0def"))))
                .isEmpty();
        assertThat(words(rehearse(edited("name=\"Review project\"", "name=\"Look at it\""))))
                .isEmpty();
    }

    @Test
    void a_second_approval_above_an_amount_counts_whoever_is_above_it() {
        past = Stream.of(
                        project("A-1", "250000", ACCEPTED, SYNCED),
                        project("A-2", "100000.01", ACCEPTED, SYNCED),
                        project("A-3", "100000", ACCEPTED, SYNCED),
                        project("A-4", null, ACCEPTED, SYNCED),
                        project("A-5", "900000", REJECTED, WITHDRAWN),
                        project("A-6", "900000", RETRIEVED, WITHDRAWN))
                .map(TestPast::build)
                .toList();

        Rehearsal rehearsal = rehearse(ModelWalk.files("a second approver above an amount"));

        Group group = rehearsal.groups().get(0);
        assertThat(words(rehearsal))
                .containsExactly("2 would also have waited at “Confirm as director” for Group erp-admin");
        assertThat(rehearsal.asTheyDid()).isEqualTo(4);
        assertThat(group.deviation().kind()).isEqualTo(Kind.ALSO_WAITED);
        assertThat(group.deviation().elementId()).isEqualTo("userTask_confirmAsDirector");
        assertThat(group.examples()).extracting(Example::number).containsExactly("A-1", "A-2");
        assertThat(group.path())
                .containsSubsequence(
                        "userTask_reviewProject",
                        "gateway_large",
                        "userTask_confirmAsDirector",
                        "serviceTask_createXeroJob",
                        "endEvent_synced")
                .contains("flow_large", "flow_approved")
                .doesNotContain("flow_small");
        assertThat(rehearsal.unknown()).anyMatch(sentence -> sentence.contains("taken to be approved"));
    }

    private static TestPast project(String number, String estimate, HistoryStep... steps) {
        TestProjects project = TestProjects.project(number, "Pier " + number);
        return TestPast.submitted(estimate == null ? project : project.estimate(estimate))
                .did(steps);
    }

    @Test
    void who_was_approved_by_a_director_did_not_wait_for_one_where_there_is_none() {
        past = List.of(TestPast.submitted("A-1").did(ACCEPTED, APPROVED, SYNCED).build());

        assertThat(words(rehearse(ModelWalk.files("a second approver above an amount"))))
                .containsExactly("1 would not have waited for a further approval");
        past = List.of(project("A-1", "250000", ACCEPTED, APPROVED, SYNCED).build());
        assertThat(words(rehearse(ModelWalk.files("a second approver above an amount"))))
                .isEmpty();
    }

    @Test
    void a_decision_table_is_asked_with_each_projects_own_values() throws IOException {
        Map<String, byte[]> files = withTable();
        files.put("who-approves.dmn", Files.readAllBytes(Path.of("docs/examples/who-approves.dmn")));
        past = ofTable();

        assertThat(words(rehearse(files)))
                .containsExactly(
                        "1 would have ended as Synced instead of Withdrawn",
                        "2 would also have waited at “Agree as director” for Group erp-admin",
                        "1 would have been accepted without waiting for an accounting approver");
    }

    @Test
    void a_decision_table_that_is_deployed_already_is_asked_too() throws IOException {
        decisions.put("who-approves", Files.readAllBytes(Path.of("docs/examples/who-approves.dmn")));
        past = ofTable();

        assertThat(words(rehearse(withTable())))
                .contains("2 would also have waited at “Agree as director” for Group erp-admin");
    }

    @Test
    void a_decision_table_alone_is_played_on_the_deployed_model() throws IOException {
        deployed(withTable());
        past = ofTable();
        String table =
                Files.readString(Path.of("docs/examples/who-approves.dmn")).replace("100000", "400000");

        Rehearsal rehearsal = rehearse(Map.of("who-approves.dmn", table.getBytes(StandardCharsets.UTF_8)));

        assertThat(words(rehearsal)).contains("1 would also have waited at “Agree as director” for Group erp-admin");
    }

    @Test
    void a_table_without_a_clear_answer_stops_those_whom_it_concerns() throws IOException {
        Map<String, byte[]> files = withTable();
        String table =
                Files.readString(Path.of("docs/examples/who-approves.dmn")).replace("\"FIRST\"", "\"UNIQUE\"");
        files.put("who-approves.dmn", table.getBytes(StandardCharsets.UTF_8));
        past = ofTable();

        assertThat(words(rehearse(files)))
                .anyMatch(words ->
                        words.endsWith("would have been stuck at “Who approves?”: its decision table has no answer"));
    }

    @Test
    void a_table_that_could_run_programs_or_for_ever_is_not_asked() throws IOException {
        String table = Files.readString(Path.of("docs/examples/who-approves.dmn"));
        past = ofTable();
        for (String odd : List.of(
                table.replace(
                        "<text>\"director\"</text>",
                        "<text>if (for i in 1..9999999999 return i) = null then \"a\" else \"b\"</text>"),
                table.replace("typeRef=\"double\">", "typeRef=\"double\" expressionLanguage=\"juel\">")
                        .replace("<text>estimate</text>", "<text>${''.getClass().forName('java.lang.Runtime')}</text>"),
                table.replace("typeRef=\"double\">", "typeRef=\"double\" expressionLanguage=\"groovy\">"))) {
            Map<String, byte[]> files = withTable();
            files.put("who-approves.dmn", odd.getBytes(StandardCharsets.UTF_8));

            Rehearsal rehearsal = rehearse(files);

            assertThat(rehearsal.unknown()).anyMatch(sentence -> sentence.contains("what “approvalLevel” was"));
            assertThat(rehearsal.groups())
                    .allSatisfy(group -> assertThat(group.projects()).isZero());
        }
    }

    private static List<PastProject> ofTable() {
        return Stream.of(
                        project("T-1", "250000", ACCEPTED, SYNCED),
                        project("T-2", "500", ACCEPTED, SYNCED),
                        project("T-3", "999", REJECTED, WITHDRAWN),
                        project("T-4", "5000", ACCEPTED, SYNCED),
                        project("T-5", null, ACCEPTED, SYNCED),
                        TestPast.submitted(TestProjects.project("T-6", "Quay")
                                        .client("Harbour Council")
                                        .estimate("20"))
                                .did(ACCEPTED, SYNCED))
                .map(TestPast::build)
                .toList();
    }

    private static Map<String, byte[]> withTable() {
        return redrawn(
                """
                <bpmn:businessRuleTask id="task_who" name="Who approves?" camunda:decisionRef="who-approves"
                    camunda:mapDecisionResult="singleEntry" camunda:resultVariable="approvalLevel">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="estimate">${estimate}</camunda:inputParameter>
                    <camunda:inputParameter name="client">${client}</camunda:inputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:businessRuleTask>
                <bpmn:exclusiveGateway id="gateway_level" name="Who?" default="flow_byApprover" />
                <bpmn:serviceTask id="task_acceptSmall" name="Accept small ones" camunda:delegateExpression="${acceptByRuleDelegate}" />
                <bpmn:userTask id="task_director" name="Agree as director" camunda:formRef="approve-project"
                    camunda:candidateGroups="erp-admin" />
                <bpmn:sequenceFlow id="flow_registered" sourceRef="serviceTask_registerSubmission" targetRef="task_who" />
                <bpmn:sequenceFlow id="flow_level" sourceRef="task_who" targetRef="gateway_level" />
                <bpmn:sequenceFlow id="flow_byRule" sourceRef="gateway_level" targetRef="task_acceptSmall">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalLevel == 'rule'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="flow_byDirector" sourceRef="gateway_level" targetRef="task_director">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalLevel == 'director'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="flow_byApprover" sourceRef="gateway_level" targetRef="userTask_reviewProject" />
                <bpmn:sequenceFlow id="flow_small" sourceRef="task_acceptSmall" targetRef="serviceTask_createXeroJob" />
                <bpmn:sequenceFlow id="flow_director" sourceRef="task_director" targetRef="userTask_reviewProject" />
                """,
                "<bpmn:sequenceFlow id=\"flow_registered\"[^>]*/>",
                "<bpmn:(outgoing|incoming)>flow_registered</bpmn:(outgoing|incoming)>");
    }

    @Test
    void without_an_error_event_those_are_stuck_whose_export_failed_so() {
        Rehearsal rehearsal = rehearse(redrawn(
                "",
                "<bpmn:boundaryEvent id=\"event_xeroRefused\".*?</bpmn:boundaryEvent>",
                "<bpmn:sequenceFlow id=\"flow_refused\"[^>]*/>",
                "<bpmn:incoming>flow_refused</bpmn:incoming>"));

        assertThat(words(rehearsal))
                .containsExactly("2 would have been stuck at “Create job in Xero”: nothing catches XERO_REFUSED");
        assertThat(rehearsal.groups().get(0).deviation().elementId()).isEqualTo("serviceTask_createXeroJob");
        assertThat(rehearsal.groups().get(0).examples())
                .extracting(Example::number)
                .containsExactly("P-6", "P-7");
    }

    @Test
    void a_failure_whose_reason_was_not_kept_counts_as_perhaps() {
        past = List.of(TestPast.submitted("P-1")
                .did(ACCEPTED)
                .failed(null)
                .did(RETRIED, SYNCED)
                .build());

        Rehearsal rehearsal = rehearse(redrawn(
                "",
                "<bpmn:boundaryEvent id=\"event_xeroRefused\".*?</bpmn:boundaryEvent>",
                "<bpmn:sequenceFlow id=\"flow_refused\"[^>]*/>",
                "<bpmn:incoming>flow_refused</bpmn:incoming>"));

        assertThat(rehearsal.groups()).singleElement().satisfies(group -> {
            assertThat(group.projects()).isZero();
            assertThat(group.perhaps()).isOne();
        });
        assertThat(rehearsal.unknown()).anyMatch(sentence -> sentence.contains("earlier releases"));
    }

    @Test
    void a_gateway_without_a_default_stops_those_for_whom_no_condition_holds() {
        past = List.of(
                project("A-1", "250000", ACCEPTED, SYNCED).build(),
                project("A-2", "5", ACCEPTED, SYNCED).build());
        Map<String, byte[]> files = ModelWalk.files("a second approver above an amount");
        String model = new String(files.get(MODEL), StandardCharsets.UTF_8)
                .replace("name=\"Large?\" default=\"flow_small\"", "name=\"Large?\"")
                .replace(
                        "targetRef=\"serviceTask_createXeroJob\" />\n    <bpmn:sequenceFlow id=\"flow_retrievedLate\"",
                        "targetRef=\"serviceTask_createXeroJob\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${estimate &gt; 50000 and estimate &lt;= 100000}</bpmn:conditionExpression></bpmn:sequenceFlow>\n    <bpmn:sequenceFlow id=\"flow_retrievedLate\"");
        files.put(MODEL, model.getBytes(StandardCharsets.UTF_8));

        Rehearsal rehearsal = rehearse(files);

        assertThat(words(rehearsal))
                .contains("1 would have been stuck at “Large?”: no arrow leads on for this value of estimate");
        assertThat(rehearsal.groups().get(0).examples()).singleElement().satisfies(example -> {
            assertThat(example.number()).isEqualTo("A-2");
            assertThat(example.detail()).isEqualTo("estimate is 5.0");
        });
    }

    @Test
    void where_a_rejection_ends_the_process_nobody_could_have_corrected() {
        Rehearsal rehearsal = rehearse(redrawn(
                "<bpmn:sequenceFlow id=\"flow_reopened\" sourceRef=\"serviceTask_reopenProject\" targetRef=\"endEvent_withdrawn\" />",
                "<bpmn:sequenceFlow id=\"flow_reopened\"[^>]*/>",
                "<bpmn:(outgoing|incoming)>flow_reopened</bpmn:(outgoing|incoming)>"));

        assertThat(words(rehearsal)).containsExactly("3 would have ended while still Rejected");
        assertThat(rehearsal.groups().get(0).deviation().kind()).isEqualTo(Kind.ENDED_OTHERWISE);
    }

    @Test
    void without_the_message_nobody_could_have_taken_a_project_back() {
        Rehearsal rehearsal = rehearse(redrawn(
                "",
                "<bpmn:boundaryEvent id=\"event_projectRetrieved\".*?</bpmn:boundaryEvent>",
                "<bpmn:sequenceFlow id=\"flow_retrieved\"[^>]*/>",
                "<bpmn:incoming>flow_retrieved</bpmn:incoming>"));

        assertThat(words(rehearsal))
                .containsExactly(
                        "2 would have been stuck at “Review project”: its submitter could not have taken it back there");
    }

    @Test
    void a_task_after_synced_and_one_of_the_authors_own_are_further_waits() {
        assertThat(words(rehearse(ModelWalk.files("a task after Synced"))))
                .containsExactly("5 would also have waited at “File the contract” for Group portfolio");
    }

    @Test
    void another_reminder_changes_nothing_that_anybody_waits_for() {
        assertThat(words(rehearse(ModelWalk.files("another reminder")))).isEmpty();
    }

    @Test
    void a_review_that_expires_is_rejected_where_it_waited_longer() {
        past = List.of(
                TestPast.submitted("E-1")
                        .after(Duration.ofDays(40))
                        .did(ACCEPTED, SYNCED)
                        .build(),
                TestPast.submitted("E-2").did(ACCEPTED, SYNCED).build());

        Rehearsal rehearsal = rehearse(redrawn("""
                <bpmn:boundaryEvent id="event_expired" name="Expired" attachedToRef="userTask_reviewProject">
                  <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:serviceTask id="task_expire" name="Reject" camunda:delegateExpression="${rejectByRuleDelegate}" />
                <bpmn:sequenceFlow id="flow_expired" sourceRef="event_expired" targetRef="task_expire" />
                <bpmn:sequenceFlow id="flow_reject" sourceRef="task_expire" targetRef="serviceTask_reopenProject" />
                """));

        assertThat(words(rehearsal))
                .containsExactly(
                        "1 would still wait at “Correct project” for its creator and submitter instead of being Synced");
        assertThat(rehearsal.groups().get(0).examples())
                .extracting(Example::number)
                .containsExactly("E-1");
    }

    @Test
    void a_condition_on_the_authors_own_field_is_played_each_way() {
        Map<String, byte[]> files = ModelWalk.files("a second approver above an amount");
        String model = new String(files.get(MODEL), StandardCharsets.UTF_8)
                .replace("${estimate &gt; 100000}", "${costCentre == '4711'}");
        files.put(MODEL, model.getBytes(StandardCharsets.UTF_8));
        past = LIVES.subList(0, 1);

        Rehearsal rehearsal = rehearse(files);

        assertThat(rehearsal.groups()).singleElement().satisfies(group -> {
            assertThat(group.projects()).isZero();
            assertThat(group.perhaps()).isOne();
        });
        assertThat(rehearsal.unknown()).anyMatch(sentence -> sentence.contains("what “costCentre” was"));
    }

    @Test
    void what_the_latest_version_does_already_is_said() {
        past = List.of(project("A-1", "250000", ACCEPTED, SYNCED).build());
        deployed(ModelWalk.files("a second approver above an amount"));

        assertThat(rehearse(ModelWalk.files("a second approver above an amount"))
                        .groups())
                .singleElement()
                .extracting(Group::onLatest)
                .isEqualTo(1);
    }

    @Test
    void who_was_ended_from_outside_or_has_no_whole_history_is_counted_apart() {
        past = List.of(
                TestPast.submitted("O-1").did(WITHDRAWN).build(),
                TestPast.submitted("O-2")
                        .did(ACCEPTED)
                        .failed(Reason.REFUSED)
                        .did(WITHDRAWN)
                        .build(),
                new PastProject(LIVES.get(0).export(), LIVES.get(0).steps().subList(1, 3)));

        Rehearsal rehearsal = rehearse(GuardedModels.shipped());

        assertThat(rehearsal.rehearsed()).isZero();
        assertThat(rehearsal.unknown()).anyMatch(sentence -> sentence.startsWith("3 projects could not be played"));
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> rehearse(Map.of(MODEL, "no model".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ActionRefused.class)
                .hasMessageContaining("that can be read");
    }

    @Test
    void whoever_may_not_check_models_may_not_rehearse_them() {
        when(check.check(any(), any())).thenThrow(ActionRefused.forbidden("Only administrators."));

        assertThatThrownBy(() -> rehearse(GuardedModels.shipped())).isInstanceOf(ActionRefused.class);
    }

    private void deployed(Map<String, byte[]> files) {
        when(deployed.all())
                .thenReturn(List.of(new DeployedModel(
                        "project-export:7",
                        "project-export",
                        "Project export",
                        7,
                        "9.0",
                        Instant.EPOCH,
                        null,
                        null,
                        0,
                        false)));
        when(deployed.files("project-export:7")).thenReturn(files);
    }
}
