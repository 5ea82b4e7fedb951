package io.projectexport.export;

import java.util.List;
import java.util.Map;

/**
 * A page of project exports.
 *
 * @param counts for each status, how many match the search, whatever the status that was asked for
 * @param total how many match in all, on every page
 */
public record ProjectPage(List<ProjectExport> items, Map<ExportStatus, Long> counts, long total) {}
