package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.Fault;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A release strands no running instance: what began on an earlier release's models is finished by today's code, wherever it waits. */
@ExtendWith(PreviousEngine.class)
class ReleasedModelsTest {

    private static final String REVIEW = "userTask_reviewProject";
    private static final String RESOLVE = "userTask_resolveFailedExport";
    private static final String CORRECT = "userTask_correctProject";
    private static final String EXPORT = "serviceTask_createXeroJob";
    private static final String WAIT = "event_waitForXero";
    private static final String TELL_SUBMITTER = "serviceTask_notifyAboutXeroJob";
    private static final String TELL_REJECTION = "serviceTask_notifyAboutRejection";
    private static final String FIND_READERS = "serviceTask_notifyAboutResubmission#multiInstanceBody";
    private static final String TELL_APPROVERS = "serviceTask_notifyAboutResubmission";
    private static final String OVERDUE = "event_reviewOverdue";
    private static final String ESCALATE = "serviceTask_escalateReview";
    private static final String ONCE_A_DAY = "startEvent_onceADay";
    private static final String SEND_SUMMARY = "serviceTask_sendSummary";

    private static final String ACCEPT = REVIEW + " decision=accept";
    private static final String REJECT = REVIEW + " decision=reject";
    private static final String RETRIEVE = REVIEW + " retrieve";
    private static final String RETRY = RESOLVE + " resolution=retry";
    private static final String GIVE_UP = RESOLVE + " resolution=reject";
    private static final String RESUBMIT = CORRECT + " correction=resubmit";
    private static final String WITHDRAW = CORRECT + " correction=withdraw";

    private static RunningApplication application;
    private static ReleasedModels models;

    private final ManagementService management = application.engine().getManagementService();
    private final HistoryService history = application.engine().getHistoryService();

    /** A way through the process, told by the elements at which it waits and, at a task, the answer given there. */
    enum Way {
        ACCEPTED("Accepted", running -> {}, ACCEPT, EXPORT, TELL_SUBMITTER, "endEvent_synced"),
        REJECTED_AND_RESUBMITTED(
                "Rejected",
                running -> {},
                REJECT,
                TELL_REJECTION,
                RESUBMIT,
                FIND_READERS,
                TELL_APPROVERS,
                ACCEPT,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        RETRIEVED_AND_RESUBMITTED(
                "Retrieved",
                running -> {},
                RETRIEVE,
                RESUBMIT,
                FIND_READERS,
                TELL_APPROVERS,
                ACCEPT,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        WITHDRAWN("Withdrawn", running -> {}, RETRIEVE, WITHDRAW, "endEvent_withdrawn"),
        REFUSED_BY_XERO(
                "Refused " + DemoSwitches.REFUSED_MARK,
                running -> {},
                ACCEPT,
                EXPORT,
                RETRY,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        REFUSED_BY_XERO_AND_GIVEN_UP(
                "Given up " + DemoSwitches.REFUSED_MARK,
                running -> {},
                ACCEPT,
                EXPORT,
                GIVE_UP,
                TELL_REJECTION,
                WITHDRAW,
                "endEvent_withdrawn"),
        NOT_CONNECTED(
                "Not connected",
                running -> running.xero().switches().set(Switch.DISCONNECTED, true),
                ACCEPT,
                EXPORT,
                RETRY,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        UNAVAILABLE(
                "Unavailable",
                running -> running.xero().switches().set(Switch.DOWN, true),
                ACCEPT,
                EXPORT + " lastTry",
                RETRY,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        RATE_LIMITED(
                "Rate limited",
                running -> running.xero().onName("Rate limited", Fault.rateLimited(Duration.ofSeconds(1))),
                ACCEPT,
                EXPORT,
                WAIT,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        OUTCOME_UNKNOWN(
                "Outcome unknown",
                running -> running.xero().onName("Outcome unknown", Fault.dropAfterCreate()),
                ACCEPT,
                EXPORT,
                WAIT,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced"),
        OVERDUE_AND_ACCEPTED(
                "Overdue",
                running -> {},
                OVERDUE + " now",
                ESCALATE,
                ACCEPT,
                EXPORT,
                TELL_SUBMITTER,
                "endEvent_synced");

        private final String projectName;
        private final Consumer<RunningApplication> trouble;
        private final List<String> steps;

        Way(String projectName, Consumer<RunningApplication> trouble, String... steps) {
            this.projectName = projectName;
            this.trouble = trouble;
            this.steps = List.of(steps);
        }

        Stream<String> waits() {
            return steps.stream().map(ReleasedModelsTest::element).filter(id -> !id.startsWith("endEvent"));
        }
    }

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase(
                "camunda.bpm.webapp.enabled=false",
                "escalate-after-days=2",
                "xero.look-again-after=1s",
                "camunda.bpm.job-execution.max-wait=100");
        application.registerEngine();
        application.user("team", "portfolio");
        application.user("creator", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        application.user("erik", "erp-admin");
        application
                .database()
                .sql("insert into mail_choice values ('team', 'SYNC', true), ('approver', 'RESUBMISSION', true)")
                .update();
        models = ReleasedModels.deployTo(application.engine());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void instance_of_an_earlier_release_is_finished_from_each_of_its_wait_states(Way way) {
        xeroWorks();
        application.xero().switches().set(Switch.REFUSE, true);
        way.trouble.accept(application);
        String instance = start(way);

        way.steps.forEach(step -> go(step, instance));

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getEndTime())
                .isNotNull();
    }

    @Test
    void daily_summary_of_an_earlier_release_is_sent() {
        start(Way.ACCEPTED);
        String definition = models.definitionId("daily-summary");
        JobQuery jobs = management.createJobQuery().processDefinitionId(definition);

        run(jobs.activityId(ONCE_A_DAY), "now");
        int mails = mails();
        run(management.createJobQuery().processDefinitionId(definition).activityId(SEND_SUMMARY), "");

        assertThat(mails()).isEqualTo(mails + 1);
        await().untilAsserted(() -> assertThat(history.createHistoricActivityInstanceQuery()
                        .processDefinitionId(definition)
                        .activityId("endEvent_summariesSent")
                        .count())
                .isOne());
    }

    @Test
    void no_wait_state_is_left_out() {
        Set<String> waits = Stream.concat(
                        Stream.of(Way.values()).flatMap(Way::waits), Stream.of(ONCE_A_DAY, SEND_SUMMARY))
                .collect(Collectors.toSet());

        assertThat(waits).containsExactlyInAnyOrderElementsOf(models.waitStates());
    }

    private static String start(Way way) {
        Map<String, Object> fields = SubmittedProjects.fields(way.projectName);
        fields.put("creatorEmail", "creator@example.com");
        HttpAnswer started = application
                .as("team")
                .post(
                        "/engine-rest/process-definition/%s/submit-form"
                                .formatted(models.definitionId("project-export")),
                        EngineVariables.of(fields));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        return started.text("id");
    }

    /** Finds the instance waiting there, and makes it go on. */
    private void go(String step, String instance) {
        String element = element(step);
        String answer = step.substring(element.length()).strip();
        if (element.startsWith("userTask_")) {
            answer(element, answer, instance);
        } else if (element.startsWith("endEvent_")) {
            awaitEnd(element, instance);
        } else {
            // as of somebody who hears of no other rejection meanwhile
            application.database().sql("delete from rejection_notice").update();
            int mails = mails();
            int jobs =
                    run(management.createJobQuery().processInstanceId(instance).activityId(element), answer);
            boolean tells = element.matches("serviceTask_(notify|escalate)\\w+");
            assertThat(mails()).as("mails after %s", step).isEqualTo(tells ? mails + jobs : mails);
        }
    }

    private void answer(String element, String answer, String instance) {
        Task task = await().until(
                        () -> application
                                .engine()
                                .getTaskService()
                                .createTaskQuery()
                                .processInstanceId(instance)
                                .taskDefinitionKey(element)
                                .initializeFormKeys()
                                .singleResult(),
                        found -> found != null);
        LoggedInClient person = application.as(element.equals(CORRECT) ? "creator" : "approver");
        String path = "/engine-rest/task/" + task.getId();
        assertThat(person.get(path + "/deployed-form").body())
                .isEqualTo(models.form(task.getCamundaFormRef().getKey()));
        if (element.equals(RESOLVE)) {
            xeroWorks();
        }
        HttpAnswer answered = answer.equals("retrieve")
                ? application.as("team").post("/api/projects/%s/retrieve".formatted(instance))
                : person.post(path + "/submit-form", EngineVariables.of(answers(answer)));
        assertThat(answered.isOk()).as(answered.body()).isTrue();
    }

    private static Map<String, Object> answers(String answer) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(answer.split("=")[0], answer.split("=")[1]);
        if (answer.endsWith("=reject")) {
            answers.put("comment", "No building permit.");
        }
        return answers;
    }

    private static void xeroWorks() {
        Stream.of(Switch.values())
                .forEach(fault -> application.xero().switches().set(fault, false));
    }

    /** Lets the job executor have the jobs that wait there once they are due, and waits until they are done. */
    private int run(JobQuery query, String answer) {
        List<Job> jobs = await().until(query::list, found -> !found.isEmpty());
        for (Job job : jobs) {
            management.setJobRetries(job.getId(), answer.equals("lastTry") ? 1 : 3);
            if (answer.equals("now")) {
                management.setJobDuedate(job.getId(), new Date());
            }
            management.activateJobById(job.getId());
        }
        jobs.forEach(job -> await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(management
                                .createJobQuery()
                                .jobId(job.getId())
                                .active()
                                .list())
                        .isEmpty()));
        return jobs.size();
    }

    private void awaitEnd(String element, String instance) {
        await().untilAsserted(() -> assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(element)
                        .list())
                .hasSize(1));
    }

    private static int mails() {
        return application.mail().mails().size();
    }

    private static String element(String step) {
        return step.split(" ")[0];
    }
}
