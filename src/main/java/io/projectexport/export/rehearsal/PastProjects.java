package io.projectexport.export.rehearsal;

import java.util.List;

/** Port to finished projects and what happened to them, as the register keeps it for good. */
public interface PastProjects {

    /** The last that became Synced or Withdrawn, the latest first; one question, however many they are. */
    List<PastProject> lastFinished(int limit);
}
