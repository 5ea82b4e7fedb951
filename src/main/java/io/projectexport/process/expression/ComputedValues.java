package io.projectexport.process.expression;

import java.util.Optional;
import java.util.Set;

/** Port to values that models and forms name like variables, although they are computed when somebody asks, and no variable holds them. */
public interface ComputedValues {

    Set<String> names();

    /** Those of a process instance as it is now; empty for an instance that has none. */
    Optional<OfInstance> of(String processInstanceId);

    /** The values of one process instance. */
    interface OfInstance {

        /** Plain values, and JSON for lists; null where there is none. */
        Object get(String name);
    }
}
