package io.projectexport.export.model;

/** Port to what an editor of a deployed model has to know. */
public interface ModelDrafts {

    /**
     * What is needed to change this version.
     *
     * @param latest version of the same process
     */
    ModelDraft begin(DeployedModel model, DeployedModel latest);
}
