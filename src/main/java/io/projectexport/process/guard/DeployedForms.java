package io.projectexport.process.guard;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The Camunda Forms of a deployment. */
final class DeployedForms {

    private DeployedForms() {}

    static Set<String> ids(Collection<ResourceEntity> resources) {
        return resources.stream()
                .filter(resource -> resource.getName().endsWith(".form"))
                .map(DeployedForms::id)
                .collect(Collectors.toSet());
    }

    private static String id(ResourceEntity form) {
        SpinJsonNode json = Spin.JSON(new String(form.getBytes(), StandardCharsets.UTF_8));
        return json.hasProp("id") ? json.prop("id").stringValue() : "";
    }
}
