package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;

/**
 * The columns and rows of a CSV text, counted without keeping any, because a parser makes an object of each before it can be asked how many
 * there are.
 */
final class CsvShape {

    private final String text;
    private final char separator;
    private int at;
    private boolean isFilled;

    private CsvShape(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * How many rows have a value.
     *
     * @throws ActionRefused when one of them has more columns than fit
     */
    static int rows(String text, char separator) {
        return new CsvShape(text, separator).rows();
    }

    private int rows() {
        int rows = 0;
        for (int row = 1; at < text.length(); row++) {
            isFilled = false;
            long columns = columns();
            if (columns > Sheet.MOST_COLUMNS) {
                throw Sheet.tooWide(row, columns);
            }
            rows += isFilled ? 1 : 0;
        }
        return rows;
    }

    private long columns() {
        long columns = 1;
        skipValue();
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            columns++;
            skipValue();
        }
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        at++;
        return columns;
    }

    private void skipValue() {
        while (isIn() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int start = at;
        boolean isQuoted = isIn() && text.charAt(at) == '"';
        if (isQuoted) {
            skipQuoted();
        }
        while (isIn()) {
            at++;
        }
        isFilled |= at - start > (isQuoted ? 2 : 0);
    }

    private void skipQuoted() {
        do {
            at = text.indexOf('"', at + 1);
            at = at < 0 ? text.length() : at + 1;
        } while (at < text.length() && text.charAt(at) == '"');
    }

    private boolean isIn() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c != separator && c != '\n' && c != '\r';
    }
}
