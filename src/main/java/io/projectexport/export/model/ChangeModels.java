package io.projectexport.export.model;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Use case: administrators deploy models, or go back to an earlier version; what runs stays on its version. */
@Service
public class ChangeModels {

    private final DeployedModels models;

    ChangeModels(DeployedModels models) {
        this.models = models;
    }

    /**
     * Deploys what was deployed with an earlier version again, as the latest one.
     *
     * @return warnings, for people
     */
    public List<String> backTo(String definitionId, Person person) {
        check(person);
        DeployedModel wanted = models.find(definitionId).orElseThrow(ActionRefused::notFound);
        return models.deploy(models.files(wanted.definitionId()), person.userId());
    }

    /**
     * Deploys files together.
     *
     * @return warnings, for people
     * @throws ActionRefused with everything that is wrong with them
     */
    public List<String> deploy(Map<String, byte[]> files, Person person) {
        check(person);
        if (files.isEmpty()) {
            throw ActionRefused.invalid(
                    "files", "Files are missing: choose a model and its forms, or a zip file of them.");
        }
        return models.deploy(files, person.userId());
    }

    private static void check(Person person) {
        if (!person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators change the models.");
        }
    }
}
