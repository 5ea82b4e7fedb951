package io.projectexport.process.job;

import java.util.Optional;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Job acquisition that finds no jobs while the database is away and says so in a line, where the engine's own writes a trace each time. */
final class JobAcquisition extends SequentialJobAcquisitionRunnable {

    private static final Logger log = LoggerFactory.getLogger(JobAcquisition.class);

    private static final int NONE = 0;

    JobAcquisition(JobExecutor jobExecutor) {
        super(jobExecutor);
    }

    @Override
    protected AcquiredJobs acquireJobs(
            JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
        try {
            return super.acquireJobs(context, strategy, engine);
        } catch (RuntimeException failure) {
            Optional<String> outage = EngineDatabaseOutage.cause(failure);
            if (outage.isEmpty()) {
                throw failure;
            }
            log.warn("Jobs wait until the database answers: {}", outage.get());
            return new AcquiredJobs(NONE);
        }
    }
}
