package io.projectexport.process.expression;

import io.projectexport.export.permission.ActionRefused;
import java.util.Optional;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;

/** The EL resolver of names that are no variable: beans of the catalogue, and a refusal in words for the application's others. */
final class ModelBeanResolver extends NameResolver {

    private final ModelBeans beans;

    ModelBeanResolver(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    Optional<Value> find(ELContext context, String name) {
        if (beans.isForeign(name)) {
            throw ActionRefused.invalid(
                    "expression",
                    "The model may not use %s: expressions may use variables and the beans made for models."
                            .formatted(name));
        }
        return beans.contains(name) ? Optional.of(new Value(beans.get(name))) : Optional.empty();
    }
}
