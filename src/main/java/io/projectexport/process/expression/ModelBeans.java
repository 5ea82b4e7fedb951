package io.projectexport.process.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * The beans that models may use, which are those of the catalogue. All others stay out of reach, because a model could take the database's
 * password from them.
 */
@Component
public class ModelBeans {

    private final BeanFactory beans;
    private final ModelCatalogue catalogue;

    /** Others are not asked for, because a model that starts with the engine would then create them before it. */
    private final Set<Object> handedOut =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    ModelBeans(BeanFactory beans, ModelCatalogue catalogue) {
        this.beans = beans;
        this.catalogue = catalogue;
    }

    public boolean contains(String name) {
        return catalogue.type(name).isPresent();
    }

    /** Whether it is a bean of the application that is not for models. */
    public boolean isForeign(String name) {
        return beans.containsBean(name) && !contains(name);
    }

    Object get(String name) {
        Object bean = beans.getBean(name);
        handedOut.add(bean);
        return bean;
    }

    boolean isOne(Object object) {
        return handedOut.contains(object);
    }
}
