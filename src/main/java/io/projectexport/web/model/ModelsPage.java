package io.projectexport.web.model;

import io.projectexport.export.model.BrokenVersions;
import io.projectexport.export.recovery.StrandedProjects;
import io.projectexport.export.version.KeptVersion;
import java.util.List;

/**
 * View model of the list of models.
 *
 * @param kept versions of administrators that were kept although this release comes with others
 * @param broken versions with running instances that call what is not there any more
 * @param stranded projects that are not over and have no running process
 */
record ModelsPage(
        List<Model> models,
        List<KeptVersion> kept,
        List<BrokenVersions.BrokenVersion> broken,
        List<StrandedProjects.Stranded> stranded) {

    /** A model with its versions, the latest first. */
    record Model(String key, String name, List<Version> versions) {

        public Version latest() {
            return versions.get(0);
        }
    }

    /**
     * One version.
     *
     * @param tag null for none
     * @param by who deployed it, and with what
     * @param running instances now
     * @param previousId of the version before; null for the first
     */
    record Version(
            String id,
            int number,
            String tag,
            String deployed,
            String by,
            long running,
            boolean suspended,
            String previousId) {}
}
