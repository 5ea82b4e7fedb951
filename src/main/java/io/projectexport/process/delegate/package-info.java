/**
 * The delegates: what the models call by bean name.
 *
 * <p>Rule: reads variables, calls one use case, writes the result, and turns {@link io.projectexport.export.accounting.ExportFailure}
 * into the model's error. The names of all these beans are frozen: a class that is renamed keeps its old one with {@code @Component}.
 */
package io.projectexport.process.delegate;
