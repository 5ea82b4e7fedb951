package io.projectexport.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** A process variable by name and type. */
record Variable<T>(String name, Class<T> type) {

    /** The value; null when it is not set, or not of the type. */
    T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
