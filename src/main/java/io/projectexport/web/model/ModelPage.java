package io.projectexport.web.model;

import io.projectexport.export.model.ModelChange;
import io.projectexport.export.model.WaitingStep;
import java.util.List;

/**
 * View model of one version of a model.
 *
 * @param others versions to compare with
 * @param compared the version that it is compared with; null where it is not
 * @param waiting where instances wait; empty where it is compared
 * @param changes against the compared one; empty where there is none or it is the same
 */
record ModelPage(
        String name,
        ModelsPage.Version version,
        List<ModelsPage.Version> others,
        ModelsPage.Version compared,
        List<WaitingStep> waiting,
        List<ModelChange> changes) {

    public boolean same() {
        return compared != null && changes.isEmpty();
    }
}
