package io.projectexport.process.variable;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.SentModel;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.joda.time.DateTime;

/** The names with which expressions of a model can begin, and what they stand for: variables first, as the engine looks them up. */
public final class ModelNames {

    private static final Map<String, Class<?>> ENGINES = Map.of(
            "execution", DelegateExecution.class,
            "task", DelegateTask.class,
            "authenticatedUserId", String.class,
            "loopCounter", Integer.class,
            "nrOfInstances", Integer.class,
            "nrOfActiveInstances", Integer.class,
            "nrOfCompletedInstances", Integer.class);

    private static final Map<String, Class<?>> FUNCTIONS = Map.of(
            "now", Date.class,
            "dateTime", DateTime.class,
            "currentUser", String.class,
            "currentUserGroups", List.class);

    private final SentModel model;
    private final ModelVariables variables;
    private final ModelCatalogue catalogue;

    public ModelNames(SentModel model, ModelCatalogue catalogue) {
        this.model = model;
        this.variables = ModelVariables.of(model);
        this.catalogue = catalogue;
    }

    /** Empty for a name that stands for nothing, as far as the files tell. */
    public Optional<Class<?>> type(String name) {
        return Optional.<Class<?>>ofNullable(ENGINES.get(name))
                .or(() -> variables.type(name))
                .or(() -> catalogue.type(name));
    }

    /** Empty for a function that does not exist. */
    public static Optional<Class<?>> functionType(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    public boolean isBean(String name) {
        return !ENGINES.containsKey(name)
                && !variables.contains(name)
                && catalogue.type(name).isPresent();
    }

    /** Of a value: whether it is one of the beans. */
    public boolean isBeanType(Class<?> type) {
        return Stream.concat(
                        catalogue.steps().stream().map(ModelCatalogue.Step::type),
                        catalogue.values().stream().map(ModelCatalogue.Value::type))
                .anyMatch(type::equals);
    }

    /** All that can stand in a variable; none where that is free, or not known. */
    public List<String> words(String name) {
        List<String> words = ProductVariables.words(name);
        if (!words.isEmpty() || variables.isSetByModel(name)) {
            return words;
        }
        List<FormField> fields = FormFields.ofAll(model.sent())
                .filter(field -> field.key().equals(name))
                .toList();
        boolean isChosen = fields.stream()
                .allMatch(field -> field.isChoice() && !field.options().isEmpty());
        return isChosen
                ? fields.stream()
                        .flatMap(field -> field.options().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    public Stream<String> names() {
        Stream<String> beans = Stream.concat(
                catalogue.steps().stream().map(ModelCatalogue.Step::bean),
                catalogue.values().stream().map(ModelCatalogue.Value::bean));
        return Stream.of(ENGINES.keySet().stream(), variables.names(), beans).flatMap(names -> names);
    }

    public static Stream<String> functions() {
        return FUNCTIONS.keySet().stream().sorted();
    }

    /** Whether there can be variables of which the files do not tell. */
    public boolean isOpen() {
        return variables.isOpen();
    }
}
