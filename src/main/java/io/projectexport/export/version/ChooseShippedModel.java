package io.projectexport.export.version;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import org.springframework.stereotype.Service;

/** Use case: an administrator decides between the own version of a model and the one that this release comes with. */
@Service
public class ChooseShippedModel {

    private final ShippedModels models;

    ChooseShippedModel(ShippedModels models) {
        this.models = models;
    }

    /**
     * What was kept.
     *
     * @throws ActionRefused when the person is no administrator
     */
    public List<KeptVersion> kept(Person person) {
        check(person);
        return models.kept();
    }

    /**
     * Deploys this release's version; running projects stay on the version that they began on.
     *
     * @param key of the process
     * @throws ActionRefused when the person is no administrator, or this release has no such model
     */
    public void deploy(String key, Person person) {
        check(person);
        models.deploy(key);
    }

    private static void check(Person person) {
        if (!person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators may choose the version of a model.");
        }
    }
}
