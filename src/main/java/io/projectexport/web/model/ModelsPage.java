package io.projectexport.web.model;

import java.util.List;

/** View model of the list of models. */
record ModelsPage(List<Model> models) {

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
