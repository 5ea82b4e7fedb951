package io.projectexport.process.variable;

import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** The variables that this application sets, reads and relies on, by their names. */
public final class ProductVariables {

    private static final Map<String, Class<?>> TYPES = collect();

    private ProductVariables() {}

    private static Map<String, Class<?>> collect() {
        Map<String, Class<?>> types = new TreeMap<>();
        Stream.of(ProjectExportProcess.class, DailySummaryProcess.class)
                .flatMap(process -> Arrays.stream(process.getFields()))
                .map(constant -> ReflectionUtils.getField(constant, null))
                .filter(Variable.class::isInstance)
                .map(Variable.class::cast)
                .forEach(variable -> types.put(variable.name(), variable.type()));
        Arrays.stream(ProjectExportProcess.class.getFields())
                .filter(constant -> constant.getName().startsWith("CAPTION_"))
                .map(ProductVariables::text)
                .forEach(caption -> types.put(caption, String.class));
        Arrays.stream(ProjectField.values()).forEach(field -> types.put(field.key(), String.class));
        return types;
    }

    private static String text(Field constant) {
        return String.valueOf(ReflectionUtils.getField(constant, null));
    }

    /** By name; of texts and numbers alike what expressions get. */
    public static Map<String, Class<?>> types() {
        return TYPES;
    }

    public static boolean contains(String name) {
        return TYPES.containsKey(name);
    }

    /** The task whose answer stands in this variable. */
    public static Optional<DecisionTask> answeredTask(String name) {
        return Arrays.stream(DecisionTask.values())
                .filter(task -> task.answer().name().equals(name))
                .findFirst();
    }

    /** All that can stand in the variable; none where that is free text. */
    public static List<String> words(String name) {
        return answeredTask(name).map(DecisionTask::words).orElse(List.of());
    }
}
