package io.projectexport.system;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One call of a JAX-RS application, read from its annotations, so that none is forgotten: a path with {@code {…}} and what it takes. */
record RestCall(String method, String path, String contentType, Type body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 6;

    /** All calls of a resource class and of what its methods lead to, by their names. */
    static SortedMap<String, RestCall> of(String path, Class<?> resource) {
        SortedMap<String, RestCall> calls = new TreeMap<>();
        collect(path, resource, 0, calls);
        return calls;
    }

    private static void collect(String path, Class<?> resource, int depth, Map<String, RestCall> calls) {
        for (Method method : depth > DEEPEST ? new Method[0] : resource.getMethods()) {
            Method annotated = annotated(method, resource);
            Path own = annotated.getAnnotation(Path.class);
            String below = own == null ? path : join(path, own.value());
            HttpMethod verb = Stream.of(annotated.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (verb != null) {
                RestCall call = new RestCall(verb.value(), below, contentType(annotated), body(annotated));
                calls.putIfAbsent(call.name(), call);
            } else if (own != null) {
                collect(below, method.getReturnType(), depth + 1, calls);
            }
        }
    }

    /** The method of the interface or superclass that says how it is called, where it does not itself. */
    private static Method annotated(Method method, Class<?> resource) {
        return Stream.concat(Stream.of(method), inherited(method, resource))
                .filter(candidate -> Stream.of(candidate.getAnnotations()).anyMatch(RestCall::isOfJaxRs))
                .findFirst()
                .orElse(method);
    }

    private static Stream<Method> inherited(Method method, Class<?> resource) {
        return Stream.concat(Arrays.stream(resource.getInterfaces()), Stream.ofNullable(resource.getSuperclass()))
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getMethods())
                                .filter(other -> other.getName().equals(method.getName())
                                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())),
                        inherited(method, type)));
    }

    private static boolean isOfJaxRs(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("jakarta.ws.rs.");
    }

    private static String join(String path, String below) {
        return (path + "/" + below)
                .replaceAll("\\{([\\w-]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static String contentType(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? LoggedInClient.JSON : consumes.value()[0];
    }

    private static Type body(Method method) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (Stream.of(method.getParameterAnnotations()[i]).noneMatch(RestCall::isOfJaxRs)) {
                return method.getGenericParameterTypes()[i];
            }
        }
        return null;
    }

    String name() {
        return method + " " + path;
    }

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }

    /** What it takes, filled with those of the values whose names it knows; a question is asked without any limit. */
    Object bodyOf(Map<String, Object> values) {
        if (body == null) {
            return null;
        }
        JavaType type = JSON.constructType(body);
        if (type.isCollectionLikeType()) {
            return new Object[0];
        }
        Map<String, Object> filled = new LinkedHashMap<>();
        if (!type.getRawClass().getSimpleName().endsWith("QueryDto")) {
            JSON.getDeserializationConfig().introspect(type).findProperties().stream()
                    .filter(BeanPropertyDefinition::couldDeserialize)
                    .filter(property -> value(property, values) != null)
                    .forEach(property -> filled.put(property.getName(), value(property, values)));
        }
        return filled;
    }

    private static Object value(BeanPropertyDefinition property, Map<String, Object> values) {
        String name = property.getName();
        return values.getOrDefault(name + ":" + property.getRawPrimaryType().getSimpleName(), values.get(name));
    }
}
