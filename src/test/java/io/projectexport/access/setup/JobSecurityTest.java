package io.projectexport.access.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;

import io.projectexport.access.AccessTest;
import io.projectexport.access.group.UserGroup;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** What people may do with the engine's jobs. */
class JobSecurityTest extends AccessTest {

    @Autowired
    private ProcessEngine engine;

    @BeforeEach
    void owner() {
        user("owen", UserGroup.PROCESS_OWNERS);
    }

    @AfterEach
    void removeOwner() {
        identityService.deleteUser("owen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE||",
                "PUT|/retries|{\"retries\": 0}",
                "PUT|/retries|{\"retries\": 3}",
                "PUT|/duedate|{\"duedate\": \"2099-01-01T00:00:00.000+0000\"}",
                "PUT|/priority|{\"priority\": 1}",
                "PUT|/suspended|{\"suspended\": true}",
                "POST|/execute|{}",
            })
    void jobs_that_belong_to_no_process_are_for_administrators(String method, String path, String body) {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        Job cleanUp = engine.getHistoryService().findHistoryCleanupJobs().get(0);

        for (String userId : List.of("dan", "ann", "owen")) {
            ResponseEntity<String> answer = send(userId, method, "/job/" + cleanUp.getId() + text(path), body);
            assertThat(answer.getStatusCode()).as(userId).isEqualTo(FORBIDDEN);
            assertThat(answer.getBody()).contains("Only administrators may change jobs that belong to no process");
        }
        Job after = engine.getHistoryService().findHistoryCleanupJobs().get(0);
        assertThat(after.getId()).isEqualTo(cleanUp.getId());
        assertThat(after.isSuspended()).isFalse();
        assertThat(after.getRetries()).isEqualTo(cleanUp.getRetries());
        assertThat(after.getDuedate()).isEqualTo(cleanUp.getDuedate());
        if (!method.equals("POST")) {
            assertThat(send("root", method, "/job/" + cleanUp.getId() + text(path), body)
                            .getStatusCode())
                    .isEqualTo(NO_CONTENT);
        }
        engine.getManagementService().activateJobById(after.getId());
    }

    @Test
    void errors_of_jobs_that_belong_to_no_process_are_for_administrators() {
        Job cleanUp = failedCleanUp();
        String logged = "/history/job-log/%s/stacktrace"
                .formatted(failures(cleanUp).get(0).getId());

        for (String path : List.of("/job/%s/stacktrace".formatted(cleanUp.getId()), logged)) {
            for (String userId : List.of("dan", "ann", "owen")) {
                ResponseEntity<String> answer = send(userId, "GET", path, "");
                assertThat(answer.getStatusCode()).as(userId + path).isEqualTo(FORBIDDEN);
                assertThat(answer.getBody()).contains("Only administrators may read errors of jobs");
            }
            assertThat(send("root", "GET", path, "").getStatusCode()).as(path).isEqualTo(OK);
        }
    }

    @Test
    void a_job_that_somebody_may_not_run_is_not_logged_as_one_that_failed() {
        Job cleanUp = failedCleanUp();
        int failed = failures(cleanUp).size();

        assertThat(send("dan", "POST", "/job/%s/execute".formatted(cleanUp.getId()), "{}")
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);

        assertThat(failures(cleanUp)).hasSize(failed);
    }

    private Job failedCleanUp() {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        Job cleanUp = engine.getHistoryService().findHistoryCleanupJobs().get(0);
        engineConfiguration().getCommandExecutorTxRequired().execute(context -> {
            JobEntity job = context.getJobManager().findJobById(cleanUp.getId());
            IllegalStateException failure = new IllegalStateException("The disk is full.");
            job.setExceptionStacktrace("java.lang.IllegalStateException: The disk is full.");
            context.getHistoricJobLogManager().fireJobFailedEvent(job, failure);
            return null;
        });
        return cleanUp;
    }

    private List<HistoricJobLog> failures(Job job) {
        return engine.getHistoryService()
                .createHistoricJobLogQuery()
                .jobId(job.getId())
                .failureLog()
                .list();
    }

    private ProcessEngineConfigurationImpl engineConfiguration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Test
    void process_owners_give_retries_and_take_none() {
        ManagementService management = engine.getManagementService();
        Job failed = jobOfProjectExport();
        management.setJobRetries(failed.getId(), 0);
        String retries = "/job/%s/retries".formatted(failed.getId());

        assertThat(put("owen", retries, 2)).isEqualTo(NO_CONTENT);
        ResponseEntity<String> none = send("owen", "PUT", retries, "{\"retries\": 0}");
        assertThat(none.getStatusCode()).isEqualTo(FORBIDDEN);
        assertThat(none.getBody()).contains("give it at least one");
        assertThat(put("owen", "/job-definition/%s/retries".formatted(failed.getJobDefinitionId()), 0))
                .isEqualTo(FORBIDDEN);
        assertThat(management.createJobQuery().jobId(failed.getId()).singleResult())
                .extracting(Job::getRetries)
                .isEqualTo(2);

        assertThat(put("owen", "/job-definition/%s/retries".formatted(failed.getJobDefinitionId()), 1))
                .isEqualTo(NO_CONTENT);
        assertThat(put("root", retries, 0)).isEqualTo(NO_CONTENT);
        repositoryService.deleteDeployment(
                repositoryService.createDeploymentQuery().singleResult().getId(), true);
    }

    private Job jobOfProjectExport() {
        RepositoryService repository = engine.getRepositoryService();
        RuntimeService runtime = engine.getRuntimeService();
        repository
                .createDeployment()
                .addModelInstance(
                        "owned.bpmn",
                        Bpmn.createExecutableProcess("project-export")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .camundaAsyncAfter()
                                .endEvent()
                                .done())
                .deploy();
        String instance = runtime.startProcessInstanceByKey("project-export").getId();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private HttpStatusCode put(String userId, String path, int retries) {
        return send(userId, "PUT", path, "{\"retries\": %d}".formatted(retries)).getStatusCode();
    }

    private ResponseEntity<String> send(String userId, String method, String path, String body) {
        RequestEntity<String> request = RequestEntity.method(HttpMethod.valueOf(method), "/engine-rest" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(text(body));
        return as(userId)
                .exchange(
                        "/engine-rest" + path,
                        request.getMethod(),
                        new HttpEntity<>(request.getBody(), request.getHeaders()),
                        String.class);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
