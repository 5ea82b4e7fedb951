package io.projectexport.process.expression;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The EL resolver of names with which an expression begins, whose values it cannot change. */
abstract class NameResolver extends ELResolver {

    /** What a name stands for, which may be null. */
    record Value(Object value) {}

    /** Empty for a name that is not known here. */
    abstract Optional<Value> find(ELContext context, String name);

    @Override
    public final Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        Optional<Value> found = find(context, name);
        found.ifPresent(value -> context.setPropertyResolved(true));
        return found.map(Value::value).orElse(null);
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
