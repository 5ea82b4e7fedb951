package io.projectexport.process.job;

import io.micrometer.tracing.Tracer;
import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.ratelimit.RateLimits;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Sets the job executor up as Camunda's starter does, with its settings and threads. */
@Configuration(proxyBeanMethods = false)
class JobExecutorConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
    BulkheadJobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties properties,
            @Value("${mail.at-a-time}") int mailsAtATime,
            @Value("${xero.concurrent-calls}") int callsAtATime,
            JdbcClient jdbc,
            OutageReports outages,
            ObjectProvider<Tracer> tracer) {
        BulkheadJobExecutor executor = new BulkheadJobExecutor(
                (ThreadPoolTaskExecutor) threads,
                mailsAtATime,
                RateLimits.callsOfNode(callsAtATime),
                new JobContext(tracer.getIfAvailable(() -> Tracer.NOOP)),
                Duration.ofMillis(properties.getJobExecution().getLockTimeInMillis()),
                jdbc,
                outages);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        apply(properties.getJobExecution(), executor);
        return executor;
    }

    private static void apply(JobExecutionProperty settings, JobExecutor executor) {
        Optional.ofNullable(settings.getMaxJobsPerAcquisition()).ifPresent(executor::setMaxJobsPerAcquisition);
        Optional.ofNullable(settings.getWaitTimeInMillis()).ifPresent(executor::setWaitTimeInMillis);
        Optional.ofNullable(settings.getMaxWait()).ifPresent(executor::setMaxWait);
        Optional.ofNullable(settings.getBackoffTimeInMillis()).ifPresent(executor::setBackoffTimeInMillis);
        Optional.ofNullable(settings.getMaxBackoff()).ifPresent(executor::setMaxBackoff);
        Optional.ofNullable(settings.getBackoffDecreaseThreshold()).ifPresent(executor::setBackoffDecreaseThreshold);
        Optional.ofNullable(settings.getWaitIncreaseFactor()).ifPresent(executor::setWaitIncreaseFactor);
    }
}
