package io.projectexport.export.waiting;

import java.util.UUID;

/** Port to the running processes. */
public interface ProcessPositions {

    /** One question, whatever the process is. */
    ProcessPosition of(UUID exportId);
}
