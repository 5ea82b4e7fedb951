package io.projectexport.process.engine;

import io.projectexport.export.outage.DatabaseOutage;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Command interceptor that turns an outage of the database into Spring's exception: of the engine's own, some of Camunda's REST API keeps
 * nothing but the words, and would respond 500 where the same request may succeed soon.
 */
final class OutageInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            if (DatabaseOutage.of(failure).isPresent()) {
                throw new DataAccessResourceFailureException("The engine met an outage of the database", failure);
            }
            throw failure;
        }
    }
}
