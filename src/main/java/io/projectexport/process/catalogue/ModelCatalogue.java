package io.projectexport.process.catalogue;

import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Steps and values by the name of their bean, found on the class path: whoever checks a file has no application running. */
@Component
public class ModelCatalogue {

    private static final String WHERE = "io.projectexport.process";

    /** A delegate, by the name that models call. */
    public record Step(String bean, Class<?> type, ModelStep about) {}

    /** A bean that expressions ask, by the name that they write. */
    public record Value(String bean, Class<?> type, ModelValue about) {}

    private final Map<String, Step> steps =
            find(ModelStep.class, (bean, type) -> new Step(bean, type, type.getAnnotation(ModelStep.class)));
    private final Map<String, Value> values =
            find(ModelValue.class, (bean, type) -> new Value(bean, type, type.getAnnotation(ModelValue.class)));

    private static <T> Map<String, T> find(Class<? extends Annotation> kind, BiFunction<String, Class<?>, T> entry) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(kind));
        Map<String, T> found = new TreeMap<>();
        scan.findCandidateComponents(WHERE).forEach(candidate -> {
            Class<?> type = ClassUtils.resolveClassName(candidate.getBeanClassName(), null);
            String bean = Introspector.decapitalize(type.getSimpleName());
            found.put(bean, entry.apply(bean, type));
        });
        return Collections.unmodifiableMap(found);
    }

    /** In the order of their names. */
    public Collection<Step> steps() {
        return steps.values();
    }

    /** In the order of their names. */
    public Collection<Value> values() {
        return values.values();
    }

    public Optional<Step> step(String bean) {
        return Optional.ofNullable(steps.get(bean));
    }

    public Optional<Value> value(String bean) {
        return Optional.ofNullable(values.get(bean));
    }

    /** The class behind a name that expressions may use; empty for a name that is not for models. */
    public Optional<Class<?>> type(String bean) {
        return step(bean).<Class<?>>map(Step::type).or(() -> value(bean).map(Value::type));
    }
}
