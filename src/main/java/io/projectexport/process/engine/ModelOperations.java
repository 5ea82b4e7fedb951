package io.projectexport.process.engine;

import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Hears what people do to deployed models, from the engine's log of operations, into which each of its interfaces writes: it is the one
 * place that knows of suspensions, deletions and migrations alike. The engine's log goes after a while; the audit log stays.
 */
final class ModelOperations implements HistoryEventHandler {

    /** The engine writes a line for each property of an operation, of which one stands for it. */
    private static final Map<String, String> NOTED = Map.of(
            UserOperationLogEntry.OPERATION_TYPE_DELETE, "cascade",
            UserOperationLogEntry.OPERATION_TYPE_SUSPEND_PROCESS_DEFINITION, "suspensionState",
            UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_PROCESS_DEFINITION, "suspensionState",
            UserOperationLogEntry.OPERATION_TYPE_UPDATE_HISTORY_TIME_TO_LIVE, "historyTimeToLive",
            UserOperationLogEntry.OPERATION_TYPE_MIGRATE, "processDefinitionId");

    private final WriteAudit audit;

    ModelOperations(WriteAudit audit) {
        this.audit = audit;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation && isAboutModels(operation)) {
            audit.writeAs(operation.getUserId(), change(operation));
        }
    }

    private static boolean isAboutModels(UserOperationLogEntryEventEntity operation) {
        String type = operation.getOperationType();
        boolean isModel = EntityTypes.DEPLOYMENT.equals(operation.getEntityType())
                || EntityTypes.PROCESS_DEFINITION.equals(operation.getEntityType())
                || UserOperationLogEntry.OPERATION_TYPE_MIGRATE.equals(type);
        return isModel && NOTED.containsKey(type) && NOTED.get(type).equals(operation.getProperty());
    }

    private static AuditedChange change(UserOperationLogEntryEventEntity operation) {
        AuditedChange change = AuditedChange.of(AuditKind.MODEL, what(operation), subject(operation));
        return switch (operation.getOperationType()) {
            case UserOperationLogEntry.OPERATION_TYPE_MIGRATE ->
                change.from(version(operation.getOrgValue())).to(version(operation.getNewValue()));
            case UserOperationLogEntry.OPERATION_TYPE_UPDATE_HISTORY_TIME_TO_LIVE ->
                change.from(operation.getOrgValue()).to(operation.getNewValue());
            default -> change;
        };
    }

    private static String what(UserOperationLogEntryEventEntity operation) {
        return switch (operation.getOperationType()) {
            case UserOperationLogEntry.OPERATION_TYPE_SUSPEND_PROCESS_DEFINITION -> "Model suspended";
            case UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_PROCESS_DEFINITION -> "Model activated";
            case UserOperationLogEntry.OPERATION_TYPE_UPDATE_HISTORY_TIME_TO_LIVE -> "History time to live changed";
            case UserOperationLogEntry.OPERATION_TYPE_MIGRATE -> "Running instances migrated";
            default ->
                EntityTypes.DEPLOYMENT.equals(operation.getEntityType())
                        ? "Deployment deleted"
                        : "Model version deleted";
        };
    }

    private static String subject(UserOperationLogEntryEventEntity operation) {
        if (EntityTypes.DEPLOYMENT.equals(operation.getEntityType())) {
            return deployment(operation.getDeploymentId());
        }
        return operation.getProcessDefinitionId() == null
                ? operation.getProcessDefinitionKey()
                : version(operation.getProcessDefinitionId());
    }

    private static String deployment(String id) {
        DeploymentEntity deployment =
                Context.getCommandContext().getDeploymentManager().findDeploymentById(id);
        return deployment == null || deployment.getName() == null ? id : deployment.getName();
    }

    private static String version(String definitionId) {
        ProcessDefinitionEntity definition =
                Context.getCommandContext().getProcessDefinitionManager().findLatestProcessDefinitionById(definitionId);
        return definition == null
                ? definitionId
                : "%s version %d".formatted(definition.getKey(), definition.getVersion());
    }
}
