package io.projectexport.export.model;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Use case: whoever watches processes looks at the models, and at what differs between two versions. */
@Service
public class LookAtModels {

    private final DeployedModels models;

    LookAtModels(DeployedModels models) {
        this.models = models;
    }

    /** By key, the latest version first. */
    public List<DeployedModel> all(Person person) {
        check(person);
        return models.all();
    }

    public DeployedModel find(String definitionId, Person person) {
        check(person);
        return models.find(definitionId).orElseThrow(ActionRefused::notFound);
    }

    /** The BPMN file as it was deployed. */
    public String diagram(String definitionId, Person person) {
        return models.diagram(find(definitionId, person).definitionId());
    }

    /** Everything that was deployed with it, and what helps Camunda Modeler with editing it, by the names of the files. */
    public Map<String, byte[]> files(String definitionId, Person person) {
        Map<String, byte[]> files =
                new TreeMap<>(models.files(find(definitionId, person).definitionId()));
        files.putAll(models.helpers());
        return files;
    }

    /** At which elements instances wait now, in the order of their names. */
    public List<WaitingStep> waiting(String definitionId, Person person) {
        return models.waiting(find(definitionId, person).definitionId());
    }

    /**
     * What the later one of two versions changes.
     *
     * @throws ActionRefused when they are of different processes
     */
    public List<ModelChange> changes(DeployedModel earlier, DeployedModel later, Person person) {
        check(person);
        if (!earlier.key().equals(later.key())) {
            throw ActionRefused.invalid("compare", "Compare with: choose a version of the same model.");
        }
        return models.changes(earlier.definitionId(), later.definitionId());
    }

    private static void check(Person person) {
        if (!person.may(Privilege.WATCH) && !person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only process owners and administrators look at the models.");
        }
    }
}
