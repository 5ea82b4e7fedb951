package io.projectexport.export.recovery;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;

/** Port to the process engine. */
public interface ProcessRestart {

    /**
     * Begins a process for a project that has none, on the latest version of the model, within the caller's transaction.
     *
     * @return the step's name in that model
     * @throws ActionRefused when the model has no such step, or is suspended
     */
    String begin(ProjectExport export, RecoveryStep step);
}
