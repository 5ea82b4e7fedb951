package io.projectexport.web.sheet;

/**
 * Counts the columns of every row of a CSV text without keeping any, because a parser makes an object of each before it can be asked how
 * many there are.
 */
final class CsvWidth {

    private final String text;
    private final char separator;
    private int at;

    private CsvWidth(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static void check(String text, char separator) {
        new CsvWidth(text, separator).check();
    }

    private void check() {
        for (int row = 1; at < text.length(); row++) {
            long columns = columns();
            if (columns > Sheet.MOST_COLUMNS) {
                throw Sheet.tooWide(row, columns);
            }
        }
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
        if (isIn() && text.charAt(at) == '"') {
            skipQuoted();
        }
        while (isIn()) {
            at++;
        }
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
