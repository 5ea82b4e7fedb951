package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of text.
 *
 * @param rows the first of those that are not blank, at most {@link #MOST_ROWS}
 * @param total how many there are, kept or not
 * @param separator what stands between two values, in words
 */
public record Sheet(List<SheetRow> rows, int total, String separator) {

    /** What the largest bulk takes, and room for titles and totals. */
    public static final int MOST_ROWS = 1_100;

    /** As wide as a spreadsheet can be. */
    static final int MOST_COLUMNS = 16_384;

    private static final int MOST_CELLS = 250_000;

    static ActionRefused tooWide(int row, long columns) {
        return ActionRefused.invalid(
                "body",
                "Row %d has %d columns, and %d fit. Delete the columns that are not about projects."
                        .formatted(row, columns, MOST_COLUMNS));
    }

    /** The same rows, of more that are not kept. */
    Sheet outOf(int total) {
        return new Sheet(rows, total, separator);
    }

    /** Collects rows one after the other, and keeps no more than fits. */
    static final class Builder {

        private final List<SheetRow> rows = new ArrayList<>();
        private int cells;

        void add(int number, List<String> values) {
            if (values.stream().allMatch(SheetRow::isBlank)) {
                return;
            }
            SheetRow row = SheetRow.of(number, values);
            cells += row.cells().size();
            if (cells > MOST_CELLS) {
                throw ActionRefused.invalid(
                        "body", "The file has more than %d cells. Send it in parts.".formatted(MOST_CELLS));
            }
            rows.add(row);
        }

        boolean isFull() {
            return rows.size() == MOST_ROWS;
        }

        Sheet build(String separator) {
            return new Sheet(List.copyOf(rows), rows.size(), separator);
        }
    }
}
