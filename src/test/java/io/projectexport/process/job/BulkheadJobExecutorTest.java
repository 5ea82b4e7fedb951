package io.projectexport.process.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Tracer;
import io.projectexport.process.model.ProjectExportProcess;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** With an engine of its own, whose only process exports and does something else after that. */
class BulkheadJobExecutorTest {

    private static final Duration LOCK = Duration.ofSeconds(2);

    private static final JdbcDataSource h2 = new JdbcDataSource();
    private static final Steps steps = new Steps();
    private static int failingUnlocks;
    private static ProcessEngineImpl engine;

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private BulkheadJobExecutor executor;

    @BeforeAll
    static void engine() {
        h2.setURL("jdbc:h2:mem:bulkhead" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("bulkhead");
        configuration.setDataSource(h2);
        configuration.setBeans(Map.of("steps", steps));
        configuration.setJobExecutorActivate(false);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (command instanceof UnlockJobCmd && failingUnlocks-- > 0) {
                    throw new ProcessEngineException("the database is away");
                }
                return next.execute(command);
            }
        }));
        engine = (ProcessEngineImpl) configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "p.bpmn",
                        Bpmn.createExecutableProcess("p")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask(ProjectExportProcess.CREATE_XERO_JOB)
                                .camundaAsyncBefore()
                                .camundaExpression("${steps.export(execution)}")
                                .serviceTask("afterwards")
                                .camundaAsyncBefore()
                                .camundaExpression("${steps.afterwards()}")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void start() {
        steps.exports.clear();
        steps.exported.clear();
        steps.afterwards = () -> {};
        failingUnlocks = 0;
        threads.initialize();
        executor = new BulkheadJobExecutor(
                threads, 1, 1, new JobContext(Tracer.NOOP), LOCK, JdbcClient.create(h2), (outage, work) -> {});
        executor.registerProcessEngine(engine);
        engine.getProcessEngineConfiguration().setJobExecutor(executor);
    }

    @AfterEach
    void end() {
        executor.close();
        threads.shutdown();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over"));
    }

    /** What the elements of the process call. */
    public static final class Steps {

        private final Map<String, Runnable> exports = new HashMap<>();
        private final List<String> exported = new ArrayList<>();
        private Runnable afterwards = () -> {};

        public void export(DelegateExecution execution) {
            String key = execution.getProcessBusinessKey();
            exported.add(key);
            exports.getOrDefault(key, () -> {}).run();
        }

        public void afterwards() {
            afterwards.run();
        }
    }

    @Test
    void lock_of_a_job_that_follows_in_the_same_thread_is_renewed_too() {
        String job = job("a");
        steps.afterwards = () -> {
            LocalDateTime taken = lockEnd("afterwards");
            await().untilAsserted(() -> assertThat(lockEnd("afterwards")).isAfter(taken));
        };
        executor.start();
        run(job);

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    private LocalDateTime lockEnd(String element) {
        String id = engine.getManagementService()
                .createJobQuery()
                .activityId(element)
                .singleResult()
                .getId();
        return JdbcClient.create(h2)
                .sql("select lock_exp_time_ from act_ru_job where id_ = ?")
                .param(id)
                .query(LocalDateTime.class)
                .single();
    }

    @Test
    void turn_of_a_job_that_no_thread_takes_passes_on_though_the_job_cannot_be_given_back() {
        String first = job("first");
        String rejected = job("rejected");
        String next = job("next");
        steps.exports.put("first", () -> {
            runInAnotherThread(rejected);
            threads.shutdown();
            failingUnlocks = 1;
        });

        executor.start();
        run(first);
        run(next);

        assertThat(steps.exported).containsExactly("first", "next");
    }

    @Test
    void jobs_that_wait_when_the_node_stops_are_given_back_though_one_of_them_cannot_be() {
        String running = job("running");
        String kept = job("kept");
        String free = job("free");
        steps.exports.put("running", () -> {
            runInAnotherThread(kept);
            runInAnotherThread(free);
            failingUnlocks = 1;
            executor.shutdown();
        });
        executor.start();
        run(running);

        assertThat(isLocked(kept)).isTrue();
        assertThat(isLocked(free)).isFalse();
    }

    /** Of a new instance, locked by this node. */
    private String job(String key) {
        String instance =
                engine.getRuntimeService().startProcessInstanceByKey("p", key).getProcessInstanceId();
        String job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        JdbcClient.create(h2)
                .sql("update act_ru_job set lock_owner_ = ?, lock_exp_time_ = ? where id_ = ?")
                .params(executor.getLockOwner(), LocalDateTime.now().plus(LOCK), job)
                .update();
        return job;
    }

    private void run(String job) {
        executor.getExecuteJobsRunnable(List.of(job), engine).run();
    }

    private void runInAnotherThread(String job) {
        Thread another = new Thread(() -> run(job));
        another.start();
        try {
            another.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isLocked(String job) {
        return JdbcClient.create(h2)
                        .sql("select count(*) from act_ru_job where id_ = ? and lock_owner_ is not null")
                        .param(job)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
