package io.projectexport.web.api;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.web.problem.ProblemEntry;
import java.util.List;
import java.util.UUID;

/** Response body of a bulk call: what became of each item, in the order in which they came. */
record BulkResponse<T>(List<T> results) {

    /**
     * A project that was submitted, or not.
     *
     * @param row 1 is the first project
     * @param exportId null when refused, as {@code status}
     * @param errors empty when submitted
     */
    record Row(int row, UUID exportId, ExportStatus status, List<ProblemEntry> errors) {

        /** The same with its first error, and how many more there are. */
        Row shortened() {
            if (errors.size() < 2) {
                return this;
            }
            ProblemEntry more = new ProblemEntry(null, "%d more problems in this row.".formatted(errors.size() - 1));
            return new Row(row, exportId, status, List.of(errors.get(0), more));
        }
    }

    /**
     * A project export that was decided about, or not.
     *
     * @param exportId as it came in
     * @param status that the decision led to; null when refused
     * @param errors empty when decided
     */
    record Item(String exportId, ExportStatus status, List<ProblemEntry> errors) {}
}
