package io.projectexport.process.catalogue;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Description of a delegate for whoever draws models: what it does, when it works, and what it asks of the model around it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelStep {

    /** As modelers read it in a list: a verb and an object. */
    String label();

    /** One sentence: what it does. */
    String description();

    /** Key of the process it works in. */
    String process();

    /** Statuses in which it works; in any where none is named. */
    ExportStatus[] from() default {};

    /** The status that it leaves behind; the one it found where none is named. */
    ExportStatus[] to() default {};

    /** Errors that it throws to the model, each of which must lead somewhere. */
    ExportFailure.Reason[] errors() default {};

    /** Whether it acts outside of the database, so that it needs a job of its own, which is tried again. */
    boolean outside() default false;

    /** Whether it acts for the person who completed a task or sent a message, so that it must share that transaction. */
    boolean forPerson() default false;

    /** The loop that gives each run its part, as an expression; empty where it runs once. */
    String collection() default "";

    /** The variable that a loop sets for each run; empty where it runs once. */
    String element() default "";

    /** Input parameters that it reads. */
    String[] reads() default {};

    /** Whether it also works outside of its loop, as models of earlier releases have it. */
    boolean alsoOnce() default false;

    /** Variables without which it fails, which another step sets. */
    String[] needs() default {};

    /** Variables that it sets. */
    String[] sets() default {};
}
