package io.projectexport.web.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes the text of a CSV cell, which a spreadsheet would otherwise take for a formula, and takes the escape off again. */
public final class CsvCell {

    private static final Pattern FORMULA = Pattern.compile("\\A'*+[=+\\-@\t\r]");

    /** As programs write a number whose zeros a spreadsheet is to leave alone. */
    private static final Pattern TEXT_AS_FORMULA = Pattern.compile("=\"((?:[^\"]++|\"\")*+)\"");

    private CsvCell() {}

    /** The text with a mark before it, so that it stays text; null for null. */
    public static String of(String text) {
        return text != null && FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that was meant by a cell which {@link #of} may have written, or another program to the same end. */
    public static String plain(String cell) {
        Matcher text = TEXT_AS_FORMULA.matcher(cell);
        if (text.matches()) {
            return text.group(1).replace("\"\"", "\"");
        }
        boolean isMarked = cell.startsWith("'") && FORMULA.matcher(cell).lookingAt();
        return isMarked ? cell.substring(1) : cell;
    }
}
