package io.projectexport.process.engine;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.expression.ComputedValues;
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
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.stereotype.Component;

/**
 * Looks at what a person sends along with a task of what other people are shown. A form sends it back as it was; anything else is refused,
 * and undone with the rest of the transaction.
 */
@Component
public class SentVariables {

    /** What is shown besides {@link ComputedValues}. */
    private static final Set<String> STORED = Stream.concat(
                    Stream.of(
                                    ProjectExportProcess.EXPORT_ERRORS,
                                    ProjectExportProcess.JOB_OPTIONS,
                                    ProjectExportProcess.HAS_JOB_OPTIONS,
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

    private final ComputedValues values;

    SentVariables(ComputedValues values) {
        this.values = values;
    }

    /** Whether this update of a task hands it back or on. */
    public static boolean isHandedOver(DelegateTask task) {
        return task instanceof TaskEntity entity && entity.getPropertyChanges().containsKey(TaskEntity.DELEGATION);
    }

    /**
     * Looks at what is about to be stored with the task.
     *
     * @param shown what the person saw
     * @throws ActionRefused when it would change what people are shown; the project's fields are for those who correct them
     */
    public void refuseChanges(ComputedValues.OfInstance shown, DelegateTask task) {
        boolean isCorrection = ProjectExportProcess.CORRECT_PROJECT.equals(task.getTaskDefinitionKey());
        CommandContext context = Context.getCommandContext();
        DbEntityCache cache = context.getDbEntityManager().getDbEntityCache();
        // several tasks may be completed in one transaction
        cache.getEntitiesByType(VariableInstanceEntity.class).stream()
                .filter(sent -> task.getProcessInstanceId().equals(sent.getProcessInstanceId()))
                .filter(sent -> isShown(sent.getName()) || !isCorrection && FIELDS.contains(sent.getName()))
                .filter(sent -> cache.getCachedEntity(sent).isDirty() || cache.isTransient(sent))
                .filter(sent -> !isAsShown(sent, shown))
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

    /** Not the fields, which are checked apart, and not the contact, which an approver chooses. */
    private boolean isShown(String name) {
        boolean isComputed = values.names().contains(name)
                && !FIELDS.contains(name)
                && !ProjectExportProcess.CONTACT_NAME.name().equals(name);
        return isComputed || STORED.contains(name);
    }

    /** Of what is computed; anything but plain values is never the same. */
    private boolean isAsShown(VariableInstanceEntity sent, ComputedValues.OfInstance shown) {
        return values.names().contains(sent.getName())
                && sent.getByteArrayValueId() == null
                && text(shown.get(sent.getName()))
                        .equals(text(sent.getTypedValue(false).getValue()));
    }

    private static String text(Object value) {
        return Objects.toString(value, "").strip();
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
