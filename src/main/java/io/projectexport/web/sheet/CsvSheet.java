package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reader of CSV as spreadsheets write it, with a comma, a semicolon or a tab. */
public final class CsvSheet {

    private CsvSheet() {}

    /**
     * Reads a file.
     *
     * @param isHeading tells a name that a column can have, by which the separator is found
     * @throws ActionRefused when the file as a whole cannot be read
     */
    public static Sheet read(byte[] file, Predicate<String> isHeading) {
        return read(FileLetters.of(file), isHeading);
    }

    /** Reads the letters of a file. */
    public static Sheet read(String text, Predicate<String> isHeading) {
        Separator.Separated csv = Separator.of(text, isHeading);
        char separator = csv.separator().character();
        int total = CsvShape.rows(csv.text(), separator);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                // a blank line is a row of the sheet, too
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(csv.text(), format)) {
            Sheet sheet = rows(parser).build(csv.separator().word());
            return sheet.rows().size() < Sheet.MOST_ROWS ? sheet : sheet.outOf(total);
        } catch (IOException e) {
            throw new UncheckedIOException("Closing a text cannot fail", e);
        }
    }

    private static Sheet.Builder rows(CSVParser parser) {
        Sheet.Builder sheet = new Sheet.Builder();
        try {
            Iterator<CSVRecord> rows = parser.iterator();
            while (!sheet.isFull() && rows.hasNext()) {
                CSVRecord row = rows.next();
                sheet.add((int) row.getRecordNumber(), row.toList());
            }
            return sheet;
        } catch (UncheckedIOException e) {
            throw ActionRefused.invalid(
                    "body",
                    "The CSV cannot be read from line %d on; look at the quotes there."
                            .formatted(parser.getCurrentLineNumber()));
        }
    }
}
