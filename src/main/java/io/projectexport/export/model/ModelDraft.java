package io.projectexport.export.model;

/**
 * What an editor begins with.
 *
 * @param model the version that was opened
 * @param latest version of the same process, over which an edited one is deployed
 * @param file name of the model's file among those that were deployed with it
 * @param nextTag a version tag that is higher than that of the latest version
 */
public record ModelDraft(DeployedModel model, DeployedModel latest, String file, String nextTag, ModelParts parts) {

    public boolean isOfLatest() {
        return model.definitionId().equals(latest.definitionId());
    }
}
