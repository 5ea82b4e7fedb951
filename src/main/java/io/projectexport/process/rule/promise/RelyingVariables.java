package io.projectexport.process.rule.promise;

import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables on which the product relies: what people decided, and what they are shown when they decide. */
final class RelyingVariables {

    private static final Set<String> FIELDS =
            Arrays.stream(ProjectField.values()).map(ProjectField::key).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> NAMES = Stream.of(
                    Stream.of(ProjectExportProcess.class, DailySummaryProcess.class)
                            .flatMap(process -> Arrays.stream(process.getFields()))
                            .filter(field -> field.getType() == Variable.class)
                            .map(RelyingVariables::name),
                    FIELDS.stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ANSWERS = Arrays.stream(DecisionTask.values())
            .map(task -> task.answer().name())
            .collect(Collectors.toUnmodifiableSet());

    private RelyingVariables() {}

    private static String name(Field constant) {
        try {
            return ((Variable<?>) constant.get(null)).name();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean contain(String name) {
        return NAMES.contains(name);
    }

    static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    static boolean isAnswer(String name) {
        return ANSWERS.contains(name);
    }
}
