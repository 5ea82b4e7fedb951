package io.projectexport.export.version;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to the versions of the model that projects run on. */
public interface ModelVersions {

    /** How many projects run on a version now. */
    record Usage(ModelVersion version, long runningProjects) {}

    /** The versions that projects run on, and the latest one, on which new ones will; the latest first. */
    List<Usage> inUse();

    /** The version that a project runs or ran on; empty once the engine has forgotten a finished one. */
    Optional<ModelVersion> of(UUID exportId);
}
