package io.projectexport.export.query;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ProjectExport;
import java.util.List;
import java.util.UUID;

/** Port to the search of project exports, for lists. */
public interface ProjectSearch {

    ProjectResultPage search(ProjectQuery query);

    /** Ids of everything that matches, in the order that is asked for, on whichever page. */
    List<UUID> ids(ProjectQuery query);

    /**
     * Where a project stands in what matches, or would stand if it matched.
     *
     * @param matches whether it does
     * @param ahead how many stand before it; null for very many, like {@code total}
     * @param previous null when there is none, like {@code next}
     */
    record Place(boolean matches, Long ahead, Long total, UUID previous, UUID next) {}

    Place place(UUID exportId, ProjectQuery query);

    /** Those with these ids that exist, in their order. */
    List<ProjectExport> withIds(List<UUID> exportIds);

    /** Other live ones of the same name and client, whatever their numbers; those in Xero first, then the first submitted. */
    List<ProjectExport> lookAlikes(ProjectExport export, int limit);

    /** Those in {@code FAILED_TO_EXPORT} for this reason, first accepted first. */
    List<UUID> failedFor(ExportFailure.Reason reason);
}
