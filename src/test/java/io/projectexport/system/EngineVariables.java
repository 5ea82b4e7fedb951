package io.projectexport.system;

import java.util.LinkedHashMap;
import java.util.Map;

/** Form fields the way Camunda's REST API takes them. */
final class EngineVariables {

    private EngineVariables() {}

    static Map<String, Object> of(Map<String, ?> fields) {
        return Map.of("variables", each(fields));
    }

    static Map<String, Object> each(Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return variables;
    }
}
