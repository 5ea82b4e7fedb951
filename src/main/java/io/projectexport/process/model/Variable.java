package io.projectexport.process.model;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** A process variable by name and type. */
public record Variable<T>(String name, Class<T> type) {

    /** The value; null when it is not set, or not of the type. */
    public T in(VariableScope scope) {
        Object value = primitive(scope, name);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    /** The value; null when there is none, {@code false} for anything but a primitive, which is never deserialized. */
    public static Object primitive(VariableScope scope, String name) {
        TypedValue value = scope.getVariableTyped(name, false);
        if (value == null || value.getType() == ValueType.NULL) {
            return null;
        }
        return value instanceof PrimitiveValue<?> ? value.getValue() : Boolean.FALSE;
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Sets it until the transaction ends; it never reaches the database. */
    public void setTransient(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }
}
