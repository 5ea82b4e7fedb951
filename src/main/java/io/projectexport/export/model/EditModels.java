package io.projectexport.export.model;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Use case: an administrator opens a version in the editor, and deploys what became of it unless somebody was faster. */
@Service
public class EditModels {

    private final DeployedModels models;
    private final ModelDrafts drafts;
    private final ChangeModels change;

    EditModels(DeployedModels models, ModelDrafts drafts, ChangeModels change) {
        this.models = models;
        this.drafts = drafts;
        this.change = change;
    }

    /** @throws ActionRefused when the person may not, or there is no such version */
    public ModelDraft begin(String definitionId, Person person) {
        check(person);
        DeployedModel model = models.find(definitionId).orElseThrow(ActionRefused::notFound);
        return drafts.begin(model, latest(model.key()));
    }

    /**
     * Deploys the model with everything that belongs to it.
     *
     * @param over the version that was the latest one when the editor was opened
     * @return the version that it became, to go on with
     * @throws ActionRefused when another version was deployed meanwhile, or with everything that is wrong
     */
    public ModelDraft deploy(String over, Map<String, byte[]> files, Person person) {
        check(person);
        DeployedModel opened = models.find(over).orElseThrow(ActionRefused::notFound);
        DeployedModel latest = latest(opened.key());
        if (!latest.definitionId().equals(over)) {
            throw ActionRefused.conflict(
                    ("Version %d was deployed while you edited, over version %d that you began with."
                                    + " Download yours, look at what the other one changed, and begin again with it.")
                            .formatted(latest.number(), opened.number()));
        }
        change.deploy(files, person);
        DeployedModel deployed = latest(opened.key());
        return drafts.begin(deployed, deployed);
    }

    private DeployedModel latest(String key) {
        return models.all().stream()
                .filter(model -> model.key().equals(key))
                .findFirst()
                .orElseThrow(ActionRefused::notFound);
    }

    private static void check(Person person) {
        if (!person.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators edit the models.");
        }
    }
}
