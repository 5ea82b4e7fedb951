package io.projectexport.process.engine;

import io.projectexport.export.audit.WriteAudit;
import io.projectexport.process.expression.ComputedValues;
import io.projectexport.process.expression.ModelBeans;
import io.projectexport.process.expression.ModelExpressions;
import io.projectexport.process.expression.NoScripts;
import io.projectexport.process.guard.DeploymentCheck;
import io.projectexport.process.job.JobHandOver;
import io.projectexport.process.job.JobRetries;
import io.projectexport.process.timer.Escalation;
import io.projectexport.process.timer.EscalationTimers;
import io.projectexport.process.timer.ZonedCycleCalendar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How this application's engine differs from a plain one; it starts once the database schema is there. */
@Component
@DependsOnDatabaseInitialization
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private final Clock clock;
    private final DeploymentCheck deploymentCheck;
    private final ModelBeans modelBeans;
    private final ComputedValues computedValues;
    private final Escalation escalation;
    private final WriteAudit audit;

    EngineConfiguration(
            Clock clock,
            DeploymentCheck deploymentCheck,
            ModelBeans modelBeans,
            @Lazy ComputedValues computedValues,
            Escalation escalation,
            WriteAudit audit) {
        this.clock = clock;
        this.deploymentCheck = deploymentCheck;
        this.modelBeans = modelBeans;
        this.computedValues = computedValues;
        this.escalation = escalation;
        this.audit = audit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                List.of(new ConcurrentUpdateRetry(), new RefusalInterceptor(), new OutageInterceptor()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                List.of(new RefusalInterceptor(), new OutageInterceptor()));
        handOverJobs(configuration);
        configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new EscalationTimers(escalation))));
        configuration.setCustomPreDeployers(List.of(deploymentCheck));
        // whoever starts a process can send a serialized object of any class
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setDeserializationTypeValidator(type -> false);
        guardExpressions(configuration);
        configuration.setCustomHistoryLevels(List.of(new EngineHistory()));
        configuration.setHistory(EngineHistory.NAME);
        configuration.getCustomHistoryEventHandlers().add(new ModelOperations(audit));
        configuration.setFormService(new FormValues(computedValues));
        configuration.setRepositoryService(new AuditedDeployments(audit));
        // an error that no boundary event catches becomes an incident instead of a silent end
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setReevaluateTimeCycleWhenDue(true);
        configuration.setFailedJobCommandFactory(new JobRetries());
        // a refusal is no error of the application, and whoever calls logs the others
        configuration.setEnableCmdExceptionLogging(false);
    }

    private static void handOverJobs(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostCommandInterceptorsTxRequired(
                with(new JobHandOver(), configuration.getCustomPostCommandInterceptorsTxRequired()));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(
                with(new JobHandOver(), configuration.getCustomPostCommandInterceptorsTxRequiresNew()));
        // it tells the job executor itself
        configuration.setHintJobExecutor(false);
    }

    private static List<CommandInterceptor> with(CommandInterceptor one, List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(one);
        return all;
    }

    /** Of models and of filters, which are an administrator's and no programs. */
    private void guardExpressions(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ModelExpressions(modelBeans, computedValues));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setEnableExpressionsInAdhocQueries(false);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        MapBusinessCalendarManager calendars = (MapBusinessCalendarManager) configuration.getBusinessCalendarManager();
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new ZonedCycleCalendar(clock));
    }
}
