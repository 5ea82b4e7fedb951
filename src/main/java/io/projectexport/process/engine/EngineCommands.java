package io.projectexport.process.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/** Commands of the engine in whose transaction we work, so that no other room needs to know the engine's inside. */
@Component
public class EngineCommands {

    private final ProcessEngineConfigurationImpl configuration;

    EngineCommands(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Works in the transaction that runs, or in a new one where none does; what collides with another one is repeated. */
    public <T> T inTransaction(Supplier<T> work) {
        return execute(configuration.getCommandExecutorTxRequired(), work);
    }

    /** Works in a transaction of its own, which stays whatever becomes of the one that runs. */
    public <T> T inNewTransaction(Supplier<T> work) {
        return execute(configuration.getCommandExecutorTxRequiresNew(), work);
    }

    private static <T> T execute(CommandExecutor executor, Supplier<T> work) {
        return executor.execute(context -> work.get());
    }

    /** Works within a command without the engine's own permissions; whoever asks has checked ours. */
    public <T> T withoutAuthorization(Supplier<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work::get);
    }

    /** The same in the transaction that runs, or a new one, and without the engine's log of who did what, which our history is. */
    public <T> T byOurRules(Supplier<T> work) {
        return inTransaction(() -> {
            Context.getCommandContext().disableUserOperationLog();
            return withoutAuthorization(work);
        });
    }

    /** The process instance as a scope of variables, within a command. */
    public VariableScope instance(String id) {
        return Context.getCommandContext().getExecutionManager().findExecutionById(id);
    }

    /** Has other nodes wait for the end of this command, so that two that start together do not do the same. */
    public void lockForStartup() {
        Context.getCommandContext().getPropertyManager().acquireExclusiveLockForStartup();
    }

    /** Has every other deployment wait for the end of this command, whichever node makes it. */
    public void lockForDeployment() {
        Context.getCommandContext().getPropertyManager().acquireExclusiveLock();
    }

    /** Gives the latest version of a process the timers that start it, as a deployment does; within a command. */
    public void startTimers(String key) {
        ProcessDefinitionEntity latest =
                configuration.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(key);
        if (latest.getProperty(BpmnParse.PROPERTYNAME_START_TIMER) instanceof List<?> timers) {
            timers.forEach(timer -> ((TimerDeclarationImpl) timer).createStartTimerInstance(latest.getDeploymentId()));
        }
    }
}
