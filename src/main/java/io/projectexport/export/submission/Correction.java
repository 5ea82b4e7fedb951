package io.projectexport.export.submission;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.text.DisplayFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
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
    public record Change(ProjectField field, String from, String to) {

        /** For example {@code Client: Harbour Council → Harbour Trust}; dates and amounts as pages write them. */
        public String inWords() {
            return "%s: %s → %s".formatted(field.label(), shown(from), shown(to));
        }

        private String shown(String value) {
            if (value == null) {
                return "(empty)";
            }
            return switch (field) {
                case ESTIMATE_AMOUNT -> DisplayFormat.amountInWords(new BigDecimal(value));
                case DEADLINE -> DisplayFormat.dateInWords(LocalDate.parse(value));
                default -> value;
            };
        }
    }
}
