package io.projectexport.process.engine;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Finds what a person sends along with a task of what other people are shown. A form sends it back as it was; anything else is refused,
 * and undone with the rest of the transaction.
 */
public final class SentVariables {

    private static final Set<String> SHOWN = Stream.concat(
                    Stream.of(
                                    ProjectExportProcess.EXPORT_ID,
                                    ProjectExportProcess.ROUND,
                                    ProjectExportProcess.SUBMITTER,
                                    ProjectExportProcess.CREATOR,
                                    ProjectExportProcess.SUBMITTER_NAME,
                                    ProjectExportProcess.SUBMITTED_AT,
                                    ProjectExportProcess.ADDRESS,
                                    ProjectExportProcess.XERO_PREVIEW,
                                    ProjectExportProcess.HAS_CONTACT,
                                    ProjectExportProcess.EXPORT_ERRORS,
                                    ProjectExportProcess.JOB_OPTIONS,
                                    ProjectExportProcess.HAS_JOB_OPTIONS,
                                    ProjectExportProcess.EARLIER_STEPS,
                                    ProjectExportProcess.REJECTED_BY,
                                    ProjectExportProcess.REJECTION_REASON,
                                    ProjectExportProcess.RETRY_AT,
                                    ProjectExportProcess.WAITING_FOR)
                            .map(Variable::name),
                    Stream.of(
                            ProjectExportProcess.CAPTION_NUMBER,
                            ProjectExportProcess.CAPTION_NAME,
                            ProjectExportProcess.CAPTION_CLIENT,
                            ProjectExportProcess.CAPTION_SUBMITTER,
                            ProjectExportProcess.CAPTION_WAITING_SINCE))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> FIELDS =
            Arrays.stream(ProjectField.values()).map(ProjectField::key).collect(Collectors.toUnmodifiableSet());

    private SentVariables() {}

    /** Whether this update of a task hands it back or on. */
    public static boolean isHandedOver(DelegateTask task) {
        return task instanceof TaskEntity entity && entity.getPropertyChanges().containsKey(TaskEntity.DELEGATION);
    }

    /**
     * Looks at what is about to be stored with the task.
     *
     * @throws ActionRefused when it would change what people are shown; the project's fields are for those who correct them
     */
    public static void refuseChanges(DelegateTask task) {
        boolean isCorrection = ProjectExportProcess.CORRECT_PROJECT.equals(task.getTaskDefinitionKey());
        CommandContext context = Context.getCommandContext();
        context.getDbEntityManager().getCachedEntitiesByType(VariableInstanceEntity.class).stream()
                .filter(sent -> SHOWN.contains(sent.getName()) || !isCorrection && FIELDS.contains(sent.getName()))
                .filter(sent -> isChanged(
                        sent, context.getDbSqlSession().selectById(VariableInstanceEntity.class, sent.getId())))
                .findFirst()
                .ifPresent(sent -> {
                    throw ActionRefused.invalid(
                            sent.getName(),
                            "Nothing was changed: %s is shown to everybody who decides, and cannot be changed here."
                                    .formatted(label(sent.getName())));
                });
    }

    /** The stored one is read anew, because the one that the engine keeps in memory is the one that was sent. */
    private static boolean isChanged(VariableInstanceEntity sent, VariableInstanceEntity stored) {
        boolean isNewObject = sent.getByteArrayValueId() != null
                && (stored == null || sent.getSequenceCounter() != stored.getSequenceCounter());
        return isNewObject
                || differs(
                        sent,
                        stored,
                        value -> Objects.toString(value.getTextValue(), "").strip())
                || differs(sent, stored, VariableInstanceEntity::getLongValue)
                || differs(sent, stored, VariableInstanceEntity::getDoubleValue);
    }

    private static boolean differs(
            VariableInstanceEntity sent,
            VariableInstanceEntity stored,
            Function<VariableInstanceEntity, Object> value) {
        Object none = value.apply(sent) instanceof String ? "" : null;
        return !Objects.equals(value.apply(sent), stored == null ? none : value.apply(stored));
    }

    private static String label(String name) {
        return ProjectField.byKey(name).map(ProjectField::label).orElse(name);
    }
}
