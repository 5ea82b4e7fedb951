package io.projectexport.web.csv;

/** Escapes the text of a CSV cell, which a spreadsheet would otherwise take for a formula. */
public final class CsvCell {

    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private CsvCell() {}

    public static String of(String text) {
        boolean isFormula = text != null && !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
