package io.projectexport.export.query;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Port to what should be known of projects before somebody decides about them, asked for many at once. */
public interface ProjectHints {

    /**
     * Of one that waits for somebody.
     *
     * @param answered whether the last question of its round was answered; null when none was asked
     * @param lookAlike another one that may be the same project, those in Xero first; null when there is none, and where it waits for no
     *     review
     */
    record Hints(Boolean answered, LookAlike lookAlike) {}

    /** Another project of the same name and client, under another number. */
    record LookAlike(UUID id, String number, ExportStatus status) {}

    /** Of those of which there is something to know, by their ids. */
    Map<UUID, Hints> of(Collection<UUID> exportIds);

    /** Live ones with one of these {@link Project#lookAlikeKey()}s, those in Xero first, then the first submitted. */
    List<ProjectExport> withLookAlikeKeys(Collection<String> keys);
}
