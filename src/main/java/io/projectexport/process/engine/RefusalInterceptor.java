package io.projectexport.process.engine;

import io.projectexport.export.permission.ActionRefused;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Command interceptor that turns a refusal raised by a delegate or listener into a client's mistake in the refusal's own words: otherwise
 * Tasklist and the REST API would respond 500 with the engine's words around it.
 */
public final class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            throw refusal(e)
                    .map(RefusalInterceptor::translate)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    /** The refusal behind an exception of the engine, if that is what it was. */
    public static Optional<ActionRefused> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ActionRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private static ProcessEngineException translate(ActionRefused refused) {
        if (refused.reason() == ActionRefused.Reason.FORBIDDEN) {
            AuthorizationException forbidden = new AuthorizationException(refused.getMessage());
            forbidden.initCause(refused);
            return forbidden;
        }
        return new BadUserRequestException(refused.getMessage(), refused);
    }
}
