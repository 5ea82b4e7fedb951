package io.projectexport.export.version;

import java.util.List;

/** Port to the models that this release of the application comes with. */
public interface ShippedModels {

    /** The versions that were kept instead of this release's; none where everything runs as released. */
    List<KeptVersion> kept();

    /**
     * Deploys this release's version of a model, with its forms, as the latest one; where it is the latest already, nothing happens.
     *
     * @param key of the process
     */
    void deploy(String key);
}
