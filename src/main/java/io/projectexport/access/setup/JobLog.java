package io.projectexport.access.setup;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogManager;
import org.camunda.bpm.engine.runtime.Job;

/** The engine's log of its jobs, in which no execution stands that somebody was refused: it would read as a failure of the job. */
final class JobLog extends HistoricJobLogManager {

    @Override
    public void fireJobFailedEvent(Job job, Throwable failure) {
        if (!RefusedExecution.isRefusal(failure)) {
            super.fireJobFailedEvent(job, failure);
        }
    }

    /** In the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return HistoricJobLogManager.class;
        }

        @Override
        public Session openSession() {
            return new JobLog();
        }
    }
}
