package io.projectexport.export.submission;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import java.util.List;

/**
 * What a row of a file changes of a project that may be resubmitted.
 *
 * @param export as it is now
 * @param rejection the step that ended its round; null when it was taken back
 * @param changes empty when the row says nothing new, or cannot be submitted
 */
public record Correction(ProjectExport export, HistoryEntry rejection, List<Change> changes) {

    /**
     * One field.
     *
     * @param from null when it was empty
     * @param to null when it becomes empty
     */
    public record Change(ProjectField field, String from, String to) {}
}
