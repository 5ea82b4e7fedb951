package io.projectexport.process.variable;

import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.SentModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The variables that a model's expressions can name, each with its type: the application's, those of forms, and those that it sets itself. */
public final class ModelVariables {

    /** Attributes whose value is the name of a variable that is set. */
    private static final Set<String> SETTING = Set.of(
            "resultVariable",
            "resultVariableName",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private static final Set<String> PARAMETERS = Set.of("inputParameter", "outputParameter");
    private static final Set<String> MAPPINGS = Set.of("in", "out");

    private static final Map<String, Class<?>> FIELD_TYPES =
            Map.of("string", String.class, "enum", String.class, "long", Number.class, "boolean", Boolean.class);

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Set<String> setByModel = new TreeSet<>();
    private boolean isOpen;

    private ModelVariables() {}

    public static ModelVariables of(SentModel model) {
        ModelVariables variables = new ModelVariables();
        model.elements().forEach(variables::addSetBy);
        model.expressions().stream()
                .flatMap(ModelExpression::nodes)
                .flatMap(node -> Calls.setVariable(node).stream())
                .forEach(name -> variables.add(name, Object.class));
        variables.setByModel.addAll(variables.types.keySet());
        FormFields.ofAll(model.sent()).forEach(field -> variables.add(field.rootKey(), field.type()));
        variables.isOpen |= FormFields.hasUnknown(model);
        variables.types.putAll(ProductVariables.types());
        return variables;
    }

    private void addSetBy(Element element) {
        String name = String.valueOf(element.getLocalName());
        SETTING.stream()
                .flatMap(attribute -> Optional.ofNullable(SentModel.attribute(element, attribute)).stream())
                .forEach(variable -> add(variable, Object.class));
        if (PARAMETERS.contains(name)) {
            add(element.getAttribute("name"), Object.class);
        }
        if (MAPPINGS.contains(name)) {
            add(element.getAttribute("target"), Object.class);
            isOpen |= name.equals("out") && element.getAttribute("variables").equals("all");
        }
        if (name.equals("formField")) {
            add(element.getAttribute("id"), FIELD_TYPES.getOrDefault(element.getAttribute("type"), Object.class));
        }
        if (name.equals("formProperty")) {
            add(element.getAttribute("id"), Object.class);
            add(element.getAttribute("variable"), Object.class);
        }
    }

    /** Two that set it leave its type open. */
    private void add(String name, Class<?> type) {
        if (!name.isBlank()) {
            types.merge(name.strip(), type, (one, other) -> one == other ? one : Object.class);
        }
    }

    public boolean contains(String name) {
        return types.containsKey(name);
    }

    /** Empty for a name that nothing sets, as far as the files tell. */
    public Optional<Class<?>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether the model itself sets it, and not only a form or the application. */
    public boolean isSetByModel(String name) {
        return setByModel.contains(name);
    }

    public Stream<String> names() {
        return types.keySet().stream();
    }

    /** Whether there can be others, of a form or a called process that was not sent along. */
    public boolean isOpen() {
        return isOpen;
    }
}
