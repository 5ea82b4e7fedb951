package io.projectexport.process.engine;

import io.projectexport.process.expression.ComputedValues;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.impl.JsonValueImpl;

/** The engine's form service, whose tasks' forms show {@link ComputedValues} beside variables; they win over variables of their names. */
final class FormValues extends FormServiceImpl {

    private final ComputedValues values;

    FormValues(ComputedValues values) {
        this.values = values;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return commandExecutor.execute(context -> {
            // asks for the permission to read them
            VariableMap variables = new GetTaskFormVariablesCmd(taskId, names, deserialize).execute(context);
            addValues(variables, processInstance(taskId, context), names, deserialize);
            return variables;
        });
    }

    private static String processInstance(String taskId, CommandContext context) {
        return context.getTaskManager().findTaskById(taskId).getProcessInstanceId();
    }

    private void addValues(
            VariableMap variables, String processInstance, Collection<String> names, boolean deserialize) {
        Optional.ofNullable(processInstance)
                .flatMap(values::of)
                .ifPresent(found -> values.names().stream()
                        .filter(name -> names == null || names.contains(name))
                        .forEach(name -> variables.putValueTyped(name, typed(found.get(name), deserialize))));
    }

    private static TypedValue typed(Object value, boolean deserialize) {
        if (value instanceof SpinJsonNode json) {
            return new JsonValueImpl(json, json.toString(), json.getDataFormatName(), deserialize);
        }
        if (value instanceof Date date) {
            return Variables.dateValue(date);
        }
        if (value instanceof Boolean flag) {
            return Variables.booleanValue(flag);
        }
        if (value instanceof Integer number) {
            return Variables.integerValue(number);
        }
        if (value instanceof Double amount) {
            return Variables.doubleValue(amount);
        }
        return Variables.stringValue((String) value);
    }
}
