package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.projectexport.export.summary.DailySummary;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.timer.DailySummarySchedule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class DailySummaryProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @RegisterExtension
    static final ReachedElements REACHED =
            new ReachedElements(DailySummaryProcess.KEY, ReachedElements.drawn(DailySummaryProcess.KEY));

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DailySummary dailySummary;

    @Autowired
    private DailySummarySchedule schedule;

    @BeforeEach
    void useThisEngine() {
        init(engine);
        reset(dailySummary);
        when(dailySummary.today()).thenReturn(TODAY);
    }

    @Test
    void each_approver_with_work_gets_a_summary_by_a_job_of_their_own() {
        when(dailySummary.recipients(TODAY)).thenReturn(List.of("anna", "ben"));

        ProcessInstance instance = start();
        ProcessEngineTests.assertThat(instance).isWaitingAt("serviceTask_sendSummary");
        assertThat(jobs(instance)).hasSize(2);
        jobs(instance).forEach(ProcessEngineTests::execute);

        verify(dailySummary).send("anna", TODAY);
        verify(dailySummary).send("ben", TODAY);
        ProcessEngineTests.assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_onceADay",
                        "serviceTask_findApproversWithWork",
                        "gateway_anythingReady",
                        "serviceTask_sendSummary",
                        "endEvent_summariesSent");
    }

    @Test
    void with_nothing_ready_nobody_is_written_to() {
        when(dailySummary.recipients(TODAY)).thenReturn(List.of());

        ProcessInstance instance = start();

        ProcessEngineTests.assertThat(instance)
                .isEnded()
                .hasPassed("endEvent_nothingReady")
                .hasNotPassed("serviceTask_sendSummary");
    }

    @Test
    void one_broken_mailbox_does_not_disturb_the_others() {
        when(dailySummary.recipients(TODAY)).thenReturn(List.of("anna", "ben"));
        doThrow(new IllegalStateException("mailbox full")).when(dailySummary).send("anna", TODAY);
        ProcessInstance instance = start();

        for (Job job : jobs(instance)) {
            try {
                ProcessEngineTests.execute(job);
            } catch (RuntimeException mailboxFull) {
                assertThat(mailboxFull).hasMessageContaining("mailbox full");
            }
        }

        verify(dailySummary).send("ben", TODAY);
        assertThat(jobs(instance)).singleElement().extracting(Job::getRetries).isEqualTo(19);
    }

    @Test
    void a_retry_after_midnight_still_means_the_day_before() {
        when(dailySummary.recipients(TODAY)).thenReturn(List.of("anna"));
        ProcessInstance instance = start();
        when(dailySummary.today()).thenReturn(TODAY.plusDays(1));

        jobs(instance).forEach(ProcessEngineTests::execute);

        verify(dailySummary).send("anna", TODAY);
    }

    @Test
    void more_approvers_than_fit_into_a_variable_are_asked_for_once() {
        List<String> approvers = IntStream.rangeClosed(1, 150)
                .mapToObj("approver.with.a.long.name.%d@example.com"::formatted)
                .toList();
        when(dailySummary.recipients(TODAY)).thenReturn(approvers).thenReturn(List.of());

        ProcessInstance instance = start();

        assertThat(String.join(",", approvers)).hasSizeGreaterThan(4000);
        assertThat(jobs(instance)).hasSize(150);
        jobs(instance).forEach(ProcessEngineTests::execute);
        approvers.forEach(approver -> verify(dailySummary).send(approver, TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smith, anna", ",", "\"anna\"", "anna\nben", "[]", " anna "})
    void whatever_a_login_is_made_of_it_is_one_recipient(String login) {
        when(dailySummary.recipients(TODAY)).thenReturn(List.of(login, "ben"));

        ProcessInstance instance = start();

        assertThat(jobs(instance)).hasSize(2);
        jobs(instance).forEach(ProcessEngineTests::execute);
        verify(dailySummary).send(login, TODAY);
        verify(dailySummary).send("ben", TODAY);
    }

    @Test
    void the_timer_stands_at_the_configured_time() {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(DailySummaryProcess.KEY)
                .timers()
                .singleResult();

        assertThat(timer.getDuedate().toInstant()).isEqualTo(schedule.next().toInstant());
    }

    private ProcessInstance start() {
        return engine.getRuntimeService()
                .createProcessInstanceByKey(DailySummaryProcess.KEY)
                .startBeforeActivity("startEvent_onceADay")
                .execute();
    }

    private List<Job> jobs(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .list();
    }
}
