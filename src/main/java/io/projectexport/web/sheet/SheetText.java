package io.projectexport.web.sheet;

import java.util.List;

/**
 * The table of a file as CSV, which {@link CsvSheet} reads.
 *
 * @param sheets names of the visible sheets with anything in them; empty for a file that has no sheets
 * @param shown which of them this is; 0 is the first
 */
public record SheetText(String csv, List<String> sheets, int shown) {

    /** A text, which has no sheets. */
    public static SheetText of(String csv) {
        return new SheetText(csv, List.of(), 0);
    }

    /** Whether another sheet can be meant. */
    public boolean hasOthers() {
        return sheets.size() > 1;
    }
}
