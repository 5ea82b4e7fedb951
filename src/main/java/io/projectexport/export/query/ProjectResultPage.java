package io.projectexport.export.query;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import java.util.List;
import java.util.Map;

/**
 * A page of search results.
 *
 * @param counts for each status, how many match the search, whatever the status that was asked for
 * @param total how many match in all, on every page
 */
public record ProjectResultPage(List<ProjectExport> items, Map<ExportStatus, Long> counts, long total) {}
