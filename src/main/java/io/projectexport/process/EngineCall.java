package io.projectexport.process;

import io.projectexport.export.ActionRefused;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Calls the engine for a person, and says in the business's words what the engine refuses. */
@Component
class EngineCall {

    private final ProcessEngineConfigurationImpl configuration;

    EngineCall(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (OptimisticLockingException | NullValueException somebodyWasFirst) {
            throw ActionRefused.conflict("Somebody else changed this project at the same moment; look at it again.");
        } catch (ProcessEngineException e) {
            throw RefusalInterceptor.refusal(e)
                    .map(RuntimeException.class::cast)
                    .orElse(inWords(e));
        }
    }

    /** Like {@link #run}, with the person known but the engine's own permissions not asked. */
    <T> T withoutAuthorization(Callable<T> work) {
        return run(() ->
                configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work)));
    }

    private static RuntimeException inWords(ProcessEngineException e) {
        return e instanceof AuthorizationException ? ActionRefused.forbidden("You have no permission to do this.") : e;
    }
}
