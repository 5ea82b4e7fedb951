package io.projectexport.web;

import io.projectexport.export.ExportStatus;
import java.util.List;
import java.util.Map;

/**
 * A page of project exports.
 *
 * @param counts for every status, how many match the search
 * @param page 0 is the first
 * @param total how many match search and status, on every page
 */
record PageAnswer(List<ProjectAnswer> items, Map<ExportStatus, Long> counts, int page, int size, long total) {}
