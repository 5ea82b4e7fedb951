package io.projectexport.access.setup;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * Retry policy in front of another one: takes no retry from a job that somebody without permission wanted to run, or a few tries would stop it
 * for good.
 *
 * @param others for every other failure
 */
record RefusedExecution(FailedJobCommandFactory others) implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return isRefusal(failure) ? context -> null : others.getCommand(jobId, failure);
    }

    static boolean isRefusal(Throwable failure) {
        return failure instanceof AuthorizationException
                && Context.getCommandContext().getAuthentication() != null;
    }
}
