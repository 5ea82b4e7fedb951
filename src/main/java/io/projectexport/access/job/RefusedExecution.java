package io.projectexport.access.job;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/** Takes no retry from a job that somebody without permission wanted to run; otherwise a few tries would stop it for good. */
public final class RefusedExecution extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        boolean isPerson = Context.getCommandContext().getAuthentication() != null;
        return isPerson && failure instanceof AuthorizationException
                ? context -> null
                : super.getCommand(jobId, failure);
    }
}
