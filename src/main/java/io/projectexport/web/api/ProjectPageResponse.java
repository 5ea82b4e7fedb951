package io.projectexport.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.projectexport.export.project.ExportStatus;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Response body for a page of project exports.
 *
 * @param counts for every status, how many match the search
 * @param page 0 is the first
 * @param total how many match search and status, on every page
 * @param timeZone in which the times are, by its name
 */
record ProjectPageResponse(
        List<ListedProject> items, Map<ExportStatus, Long> counts, int page, int size, long total, ZoneId timeZone) {

    /**
     * One project export in a list. No other response has this simple name, which is all that the API's description keeps.
     *
     * @param project its fields stand beside the others
     * @param submitterName as it was at the submission; the submitter's login where no user had it
     * @param since when it came into its status
     */
    record ListedProject(@JsonUnwrapped ProjectResponse project, String submitterName, OffsetDateTime since) {}
}
