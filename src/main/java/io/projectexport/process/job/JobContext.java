package io.projectexport.process.job;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.projectexport.process.model.ProjectExportProcess;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.MDC;

/** Diagnostic context of a job that runs: its span, and the project that it is about on each line that it logs. */
final class JobContext {

    /** Also what requests name it; none of the names that the engine puts and removes by itself. */
    private static final String EXPORT_ID = "exportId";

    private final Tracer tracer;

    JobContext(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs one job; its context stays until the next one or {@link #end}, because the engine logs a failure after it. */
    void run(Runnable job) {
        end();
        Span span = tracer.nextSpan().name("job").start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            job.run();
        } finally {
            span.end();
        }
    }

    /** After the last job of this thread. */
    void end() {
        MDC.remove(EXPORT_ID);
    }

    /** What the job is, once it has been read; it may be gone by then. */
    void tell(JobEntity job) {
        if (job == null) {
            return;
        }
        Span span = tracer.currentSpan();
        boolean isAboutProject = ProjectExportProcess.KEY.equals(job.getProcessDefinitionKey());
        if (isAboutProject) {
            // the instance of a project has its id
            MDC.put(EXPORT_ID, job.getProcessInstanceId());
        }
        if (span != null && job.getActivityId() != null) {
            span.name("job " + job.getActivityId());
            if (isAboutProject) {
                span.tag(EXPORT_ID, job.getProcessInstanceId());
            }
        }
    }
}
