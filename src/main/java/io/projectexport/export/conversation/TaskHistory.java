package io.projectexport.export.conversation;

import java.util.UUID;

/** Port to the history as the open task of a project shows it. */
public interface TaskHistory {

    /** Shows the steps of this moment, within the transaction that runs; does nothing where no task is open. */
    void refresh(UUID exportId);
}
