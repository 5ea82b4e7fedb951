package io.projectexport.process.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.ProcessTest;
import io.projectexport.process.model.DailySummaryProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class SummaryTimerTest {

    // the twenty-third, one in the afternoon in Auckland
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneId.of("Pacific/Auckland"));
    private static final Instant THIS_EVENING = Instant.parse("2026-11-23T05:00:00Z");
    private static final Instant TOMORROW_EVENING = Instant.parse("2026-11-24T05:00:00Z");

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DailySummarySchedule installed;

    @AfterEach
    void backToTheInstalledTime() {
        management.setJobDuedate(timer().getId(), Date.from(installed.next().toInstant()));
    }

    @Test
    void the_next_start_moves_to_the_configured_time() {
        assertThat(startWith("0 0 7 * * *", TOMORROW_EVENING)).isEqualTo("2026-11-23T18:00:00Z");
        assertThat(startWith("0 0 15 * * *", THIS_EVENING)).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(startWith("0 0 20 * * *", THIS_EVENING)).isEqualTo("2026-11-23T07:00:00Z");
    }

    @Test
    void the_summary_of_today_is_not_lost_to_a_time_that_has_passed_today() {
        assertThat(startWith("0 0 7 * * *", THIS_EVENING)).isEqualTo(THIS_EVENING);
    }

    @Test
    void an_overdue_start_stays_overdue() {
        Instant missed = NOW.instant().minusSeconds(60);

        assertThat(startWith("0 0 7 * * *", missed)).isEqualTo(missed);
    }

    @Test
    void a_model_with_a_time_of_its_own_keeps_it() throws Exception {
        String model = Files.readString(Path.of("bpmn/daily-summary.bpmn"));
        Deployment own = repository
                .createDeployment()
                .addString(
                        "daily-summary.bpmn",
                        model.replace("${dailySummarySchedule.cron}", "0 0 12 * * ?")
                                .replaceFirst("versionTag=\"[^\"]*\"", "versionTag=\"77\""))
                .deploy();
        try {
            assertThat(startWith("0 0 7 * * *", TOMORROW_EVENING)).isEqualTo(TOMORROW_EVENING);
        } finally {
            repository.deleteDeployment(own.getId(), true);
        }
    }

    /** When the timer is due after a start of the application with other settings than before. */
    private Instant startWith(String cron, Instant planned) {
        management.setJobDuedate(timer().getId(), Date.from(planned));
        new SummaryTimer(management, new DailySummarySchedule(cron, NOW), NOW).followTheSettings();
        return timer().getDuedate().toInstant();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processDefinitionKey(DailySummaryProcess.KEY)
                .timers()
                .singleResult();
    }
}
