package io.projectexport.process.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class JobExecutorHealthIndicatorTest {

    private final DefaultJobExecutor executor = new DefaultJobExecutor();

    @Test
    void a_node_that_runs_jobs_is_up_and_one_that_stopped_says_what_to_do() {
        JobExecutorHealthIndicator indicator = indicator(Map.of("jobExecutor", executor));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        indicator.bindTo(registry);

        executor.start();
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(registry.get("project.export.job.executor.active").gauge().value())
                .isEqualTo(1);
        executor.shutdown();
        assertDown(indicator.health());
        assertThat(registry.get("project.export.job.executor.active").gauge().value())
                .isZero();
    }

    @Test
    void a_node_without_a_job_executor_is_down() {
        assertDown(indicator(Map.of()).health());
    }

    private static void assertDown(Health health) {
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKeys("problem", "remedy");
    }

    private static JobExecutorHealthIndicator indicator(Map<String, Object> beans) {
        return new JobExecutorHealthIndicator(new StaticListableBeanFactory(beans).getBeanProvider(JobExecutor.class));
    }
}
