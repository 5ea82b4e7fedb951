package io.projectexport.process.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.json.SpinJsonPathQuery;
import org.springframework.util.ClassUtils;

/**
 * The allow-list of types whose properties and methods an expression may use: plain values, and what the engine hands to a model. What is
 * not listed, such as classes, class loaders and the engine's services, answers nothing.
 */
public final class AllowedTypes {

    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Number.class,
            Boolean.class,
            Character.class,
            Enum.class,
            UUID.class,
            Date.class,
            Calendar.class,
            Collection.class,
            List.class,
            Set.class,
            Map.class,
            Map.Entry.class,
            Iterator.class,
            Optional.class,
            TypedValue.class,
            SpinJsonNode.class,
            SpinJsonPathQuery.class,
            DelegateExecution.class,
            DelegateTask.class,
            VariableScope.class,
            ExternalTask.class,
            IdentityLink.class);

    /** Where numbers and times have their many types, each with methods of its own. */
    private static final Set<String> NUMBERS = Set.of("java.lang", "java.math");

    private static final Set<String> TIMES = Set.of("java.time", "org.joda.time");

    /** Ways out of a listed type: to the engine's services, to the model's own XML, and to objects of any class. */
    private static final Set<String> WAYS_OUT = Set.of(
            "getProcessEngine",
            "getProcessEngineServices",
            "getBpmnModelInstance",
            "getBpmnModelElementInstance",
            "getDeclaringClass",
            "mapTo",
            "unwrap",
            "writeToWriter");

    private AllowedTypes() {}

    /** Whether this is the name of instance methods alone, of a listed type. */
    static boolean allow(Object base, String method, int parameters) {
        return !WAYS_OUT.contains(method) && of(base).anyMatch(type -> has(type, method, parameters));
    }

    /** Whether a bean made for models offers the method itself. */
    static boolean allowOnBean(Object bean, String method, int parameters) {
        return has(ClassUtils.getUserClass(bean), method, parameters);
    }

    /** The same for what is known by its type only, as long as nothing runs. */
    public static boolean allowOnType(Class<?> type, String method, int parameters) {
        Stream<Class<?>> listed = TYPES.stream().filter(allowed -> allowed.isAssignableFrom(type));
        Stream<Class<?>> open = isValue(type) ? Stream.concat(listed, Stream.of(type)) : listed;
        return !WAYS_OUT.contains(method) && open.anyMatch(allowed -> has(allowed, method, parameters));
    }

    /** Whether a bean made for models, of this class, offers the method itself. */
    public static boolean allowOnBeanType(Class<?> type, String method, int parameters) {
        return has(type, method, parameters);
    }

    private static boolean isValue(Class<?> type) {
        String home = type.getPackageName();
        return Number.class.isAssignableFrom(type) && NUMBERS.contains(home) || TIMES.contains(home);
    }

    private static Stream<Class<?>> of(Object base) {
        Stream<Class<?>> listed = TYPES.stream().filter(type -> type.isInstance(base));
        return isValue(base.getClass()) ? Stream.concat(listed, Stream.of(base.getClass())) : listed;
    }

    private static boolean has(Class<?> type, String name, int parameters) {
        List<Method> found = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getParameterCount() == parameters || method.isVarArgs())
                .toList();
        return !found.isEmpty() && found.stream().noneMatch(AllowedTypes::isClosed);
    }

    private static boolean isClosed(Method method) {
        return Modifier.isStatic(method.getModifiers())
                || method.getDeclaringClass() == Object.class
                        && !Set.of("toString", "equals", "hashCode").contains(method.getName());
    }
}
