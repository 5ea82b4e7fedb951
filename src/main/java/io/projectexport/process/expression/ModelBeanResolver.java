package io.projectexport.process.expression;

import io.projectexport.export.permission.ActionRefused;
import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The EL resolver of names that are no variable: beans of the catalogue, and a refusal in words for the application's others. */
final class ModelBeanResolver extends ELResolver {

    private final ModelBeans beans;

    ModelBeanResolver(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        if (beans.isForeign(name)) {
            throw ActionRefused.invalid(
                    "expression",
                    "The model may not use %s: expressions may use variables and the beans made for models."
                            .formatted(name));
        }
        if (!beans.contains(name)) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.get(name);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // nothing here can be changed
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }
}
