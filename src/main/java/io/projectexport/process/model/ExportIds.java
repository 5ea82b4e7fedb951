package io.projectexport.process.model;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Which project export a process instance belongs to.
 *
 * <p>The export has the id that the engine gave to the instance, never one from a variable or business key, which whoever starts an
 * instance can choose.
 */
public final class ExportIds {

    private ExportIds() {}

    public static UUID of(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessInstanceId());
    }

    public static UUID of(DelegateTask task) {
        return UUID.fromString(task.getProcessInstanceId());
    }
}
