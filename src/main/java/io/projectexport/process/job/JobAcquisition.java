package io.projectexport.process.job;

import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/** Job acquisition that finds no jobs while the database is away, where the engine's own backs off for longer and writes a trace each time. */
final class JobAcquisition extends SequentialJobAcquisitionRunnable {

    private static final int NONE = 0;

    private final OutageReports outages;

    JobAcquisition(JobExecutor jobExecutor, OutageReports outages) {
        super(jobExecutor);
        this.outages = outages;
    }

    @Override
    protected AcquiredJobs acquireJobs(
            JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
        try {
            return super.acquireJobs(context, strategy, engine);
        } catch (RuntimeException failure) {
            if (!outages.counts(failure, Work.BACKGROUND)) {
                throw failure;
            }
            return new AcquiredJobs(NONE);
        }
    }
}
