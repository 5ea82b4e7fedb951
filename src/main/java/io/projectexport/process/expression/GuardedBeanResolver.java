package io.projectexport.process.expression;

import io.projectexport.export.permission.ActionRefused;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.springframework.util.StringUtils;

/**
 * The EL resolver of properties and methods, of {@link AllowedTypes} and {@link ModelBeans} alone: reflection would make a model a program
 * that runs on the server.
 */
final class GuardedBeanResolver extends BeanELResolver {

    private final ModelBeans beans;

    GuardedBeanResolver(ModelBeans beans) {
        super(true);
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null && property != null) {
            checkProperty(base, property.toString());
        }
        return super.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        if (base != null && method != null && !isOpen(base, method.toString(), parameters.length)) {
            throw refusal(method + "()");
        }
        return super.invoke(context, base, method, types, parameters);
    }

    private void checkProperty(Object base, String property) {
        String capitalized = StringUtils.capitalize(property);
        if (Stream.of("get", "is").noneMatch(prefix -> isOpen(base, prefix + capitalized, 0))) {
            throw refusal(property);
        }
    }

    private boolean isOpen(Object base, String method, int parameters) {
        return beans.isOne(base)
                ? AllowedTypes.allowOnBean(base, method, parameters)
                : AllowedTypes.allow(base, method, parameters);
    }

    private static ActionRefused refusal(String what) {
        return ActionRefused.invalid(
                "expression",
                ("The model may not use %s here: expressions may use the properties and methods of values, of execution and"
                                + " task, and of the beans made for models.")
                        .formatted(what));
    }
}
