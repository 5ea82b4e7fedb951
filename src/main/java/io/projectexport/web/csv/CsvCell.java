package io.projectexport.web.csv;

import java.util.regex.Pattern;

/** Escapes the text of a CSV cell, which a spreadsheet would otherwise take for a formula, and takes the escape off again. */
public final class CsvCell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

    private CsvCell() {}

    /** The text with a mark before it, so that it stays text; null for null. */
    public static String of(String text) {
        return text != null && FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that was meant by a cell which {@link #of} may have written. */
    public static String plain(String cell) {
        boolean isMarked = cell.startsWith("'") && FORMULA.matcher(cell).lookingAt();
        return isMarked ? cell.substring(1) : cell;
    }
}
