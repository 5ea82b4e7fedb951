package io.projectexport.process.expression;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;

/** The EL resolver of {@link ComputedValues}, for names that are no variable. */
final class ComputedValueResolver extends NameResolver {

    private final ComputedValues values;

    ComputedValueResolver(ComputedValues values) {
        this.values = values;
    }

    @Override
    Optional<Value> find(ELContext context, String name) {
        return values.names().contains(name)
                ? processInstance(context).flatMap(values::of).map(found -> new Value(found.get(name)))
                : Optional.empty();
    }

    private static Optional<String> processInstance(ELContext context) {
        Object scope = context.getContext(VariableScope.class);
        if (scope instanceof DelegateExecution execution) {
            return Optional.of(execution.getProcessInstanceId());
        }
        return scope instanceof DelegateTask task ? Optional.ofNullable(task.getProcessInstanceId()) : Optional.empty();
    }
}
