package io.projectexport.process.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.monitoring.Metric;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether this node runs jobs of the engine, in health and as a meter; without them nothing that was accepted is exported. */
@Component
final class JobExecutorHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    private final Optional<JobExecutor> executor;

    JobExecutorHealthIndicator(ObjectProvider<JobExecutor> executor) {
        super("Whether this node runs jobs is not known");
        this.executor = Optional.ofNullable(executor.getIfAvailable());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (isActive()) {
            health.up();
        } else {
            health.down()
                    .withDetail(
                            "problem",
                            "This node runs no jobs: what it accepts is exported by other nodes, if there are any.")
                    .withDetail(
                            "remedy",
                            "Start this node anew; remove CAMUNDA_BPM_JOB_EXECUTION_ENABLED where it is set.");
        }
    }

    private boolean isActive() {
        return executor.filter(JobExecutor::isActive).isPresent();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric metric = Metric.JOB_EXECUTOR_ACTIVE;
        Gauge.builder(metric.id(), this, indicator -> indicator.isActive() ? 1 : 0)
                .description(metric.help())
                .register(registry);
    }
}
