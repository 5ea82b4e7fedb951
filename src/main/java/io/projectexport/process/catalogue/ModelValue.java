package io.projectexport.process.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Description of a bean that expressions of models may ask for a value, such as when a timer is due or for whom a loop runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelValue {

    /** One sentence: what it answers. */
    String description();

    /** The expression, as models write it. */
    String expression();
}
