package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every call of the engine's REST API by everybody, aimed at a project. What each got is written down in {@code engine-calls.txt}, which
 * was judged line by line, so that an answer that comes to be another is seen. Administrators leave nothing as it was: the application is
 * its own.
 */
@ExtendWith(PreviousEngine.class)
class EngineCallsRun {

    private static final Path TABLE = Path.of("src/test/resources/engine-calls.txt");

    private static RunningApplication application;
    private static EngineSweep sweep;

    @BeforeAll
    static void sweep() {
        application = RunningApplication.onNewDatabase();
        stopJobs(application.engine());
        application.stopScheduledWork();
        people();
        things();
        sweep = new EngineSweep(application);
        Arrays.stream(EngineCaller.values()).forEach(sweep::run);
    }

    /** So that a call is answered the same whenever it is made, and what it creates stays. */
    private static void stopJobs(ProcessEngine engine) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
    }

    private static void people() {
        Stream.of("calls-team", "calls-colleague").forEach(userId -> application.user(userId, "portfolio"));
        Arrays.stream(EngineCaller.values()).forEach(caller -> application.user(caller.userId(), caller.groups()));
    }

    /** What calls are aimed at besides the projects. */
    private static void things() {
        ProcessEngine engine = application.engine();
        engine.getIdentityService().saveTenant(engine.getIdentityService().newTenant("tenant"));
        engine.getRuntimeService().deleteProcessInstancesAsync(List.of("none"), "for a batch");
        SubmittedProjects projects = new SubmittedProjects(application);
        String execution = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(projects.submit("calls-team", "Incident"))
                .singleResult()
                .getExecutionId();
        engine.getRuntimeService().createIncident("calls", execution, "none");
        String withdrawn = projects.submit("calls-team", "Withdrawn");
        for (String action : List.of("retrieve", "withdraw")) {
            application.as("calls-team").post("/api/projects/%s/%s".formatted(withdrawn, action));
        }
        assertThat(projects.status(withdrawn)).isEqualTo("WITHDRAWN");
        HttpAnswer operation = application
                .as(RunningApplication.ADMIN)
                .call(
                        "PUT",
                        "/engine-rest/process-definition/key/project-export/suspended",
                        LoggedInClient.JSON,
                        "{\"suspended\": false}");
        assertThat(operation.status()).as(operation.body()).isEqualTo(204);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void nobody_reads_or_changes_what_is_not_theirs_and_no_answer_is_an_error() {
        assertThat(sweep.wrong()).isEmpty();
    }

    @Test
    void every_answer_is_as_it_was_judged() throws IOException {
        List<String> table = sweep.table();
        Files.write(Path.of("target").resolve(TABLE.getFileName()), table);

        assertThat(table)
                .as("Judge what is new in target/" + TABLE.getFileName())
                .isEqualTo(Files.readAllLines(TABLE).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @Test
    void strangers_get_no_answer() {
        LoggedInClient stranger = LoggedInClient.forStrangers(application.url());

        assertThat(EngineSweep.CALLS)
                .hasSizeGreaterThan(450)
                .allSatisfy(call -> assertThat(stranger.call(
                                        call.method(),
                                        "/engine-rest" + call.path().replaceAll("[{}]", ""),
                                        LoggedInClient.JSON,
                                        "{}")
                                .status())
                        .isEqualTo(401));
    }
}
