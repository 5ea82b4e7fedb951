package io.projectexport.process.expression;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * The catalogue of beans that models may use: every delegate, and the helpers that loops and timers ask. All others stay out of reach,
 * because a model could take the database's password from them. Deployed models use these names: they never change.
 */
@Component
public class ModelBeans {

    private static final Set<String> HELPERS = Set.of(
            "rejectionNotices", "resubmissionReaders", "summaryRecipients", "escalation", "dailySummarySchedule");

    private final BeanFactory beans;

    /** Others are not asked for, because a model that starts with the engine would then create them before it. */
    private final Set<Object> handedOut =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    public boolean contains(String name) {
        return exists(name) && (HELPERS.contains(name) || beans.isTypeMatch(name, JavaDelegate.class));
    }

    /** Whether it is a bean of the application that is not for models. */
    public boolean isForeign(String name) {
        return exists(name) && !contains(name);
    }

    Object get(String name) {
        Object bean = beans.getBean(name);
        handedOut.add(bean);
        return bean;
    }

    boolean isOne(Object object) {
        return handedOut.contains(object);
    }

    private boolean exists(String name) {
        return beans.containsBean(name);
    }
}
