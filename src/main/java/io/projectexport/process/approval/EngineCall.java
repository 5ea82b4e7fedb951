package io.projectexport.process.approval;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.waiting.WaitingWords;
import io.projectexport.process.engine.ConcurrentUpdateRetry;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.engine.RefusalInterceptor;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Translates the engine's exceptions into refusals in the business's words, around calls for a person. */
@Component
public class EngineCall {

    private final EngineCommands commands;
    private final ProjectExports exports;

    EngineCall(EngineCommands commands, ProjectExports exports) {
        this.commands = commands;
        this.exports = exports;
    }

    /** A collision within somebody's transaction is left to whoever began that, since it alone can be repeated. */
    public <T> T run(Supplier<T> work) {
        boolean isWithin = TransactionSynchronizationManager.isActualTransactionActive();
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (isWithin && ConcurrentUpdateRetry.isCollision(e)) {
                throw e;
            }
            throw RefusalInterceptor.refusal(e)
                    .map(RuntimeException.class::cast)
                    .orElseGet(() -> translate(e));
        }
    }

    /** Like {@link #run}, while nobody else decides about this project export. */
    <T> T run(UUID exportId, Supplier<T> work) {
        return run(() -> commands.inTransaction(() -> {
            exports.lock(exportId);
            return work.get();
        }));
    }

    private static RuntimeException translate(RuntimeException e) {
        if (e instanceof NullValueException || ConcurrentUpdateRetry.isCollision(e)) {
            return ActionRefused.conflict("Somebody else changed this project at the same moment; look at it again.");
        }
        if (e instanceof SuspendedEntityInteractionException) {
            return ActionRefused.conflict(WaitingWords.ON_HOLD);
        }
        return e instanceof AuthorizationException ? ActionRefused.forbidden("You have no permission to do this.") : e;
    }
}
