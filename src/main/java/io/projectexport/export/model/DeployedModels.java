package io.projectexport.export.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port to the models that were deployed, in all their versions. */
public interface DeployedModels {

    /** All versions of all processes: by key, the latest first. */
    List<DeployedModel> all();

    Optional<DeployedModel> find(String definitionId);

    /** The BPMN file as it was deployed. */
    String diagram(String definitionId);

    /** Everything that was deployed with it, by the names of the files. */
    Map<String, byte[]> files(String definitionId);

    /** What helps Camunda Modeler with editing them, by the names of the files. */
    Map<String, byte[]> helpers();

    /** At which elements instances wait now, in the order of their names. */
    List<WaitingStep> waiting(String definitionId);

    /** What the later one changes, as the later diagram has it. */
    List<ModelChange> changes(String earlierId, String laterId);

    /**
     * Deploys files together, after the guard has looked at them.
     *
     * @param files by their names
     * @param userId login of the administrator
     * @return warnings, for people
     * @throws io.projectexport.export.permission.ActionRefused with everything that is wrong
     */
    List<String> deploy(Map<String, byte[]> files, String userId);
}
