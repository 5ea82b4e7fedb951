package io.projectexport.export.model;

import java.util.List;

/** Port to versions of models with running instances that call what this application does not have, so that those cannot end. */
public interface BrokenVersions {

    /**
     * One of them.
     *
     * @param definitionId of the process definition, by which Cockpit shows it
     * @param number counted from 1 by the engine
     * @param tag that the model's author gave it, for example 1.2; null for none
     * @param running how many instances run on it
     * @param findings what it calls in vain
     */
    record BrokenVersion(
            String definitionId, String process, int number, String tag, long running, List<ModelFinding> findings) {}

    /** As of the last look, at most an hour ago; by process, the latest version first. */
    List<BrokenVersion> broken();
}
