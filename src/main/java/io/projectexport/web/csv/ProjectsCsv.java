package io.projectexport.web.csv;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.input.RequestFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Projects from CSV as spreadsheets write it: UTF-8, comma or semicolon, the field names in the first row.
 *
 * @param columns in the order of the file
 * @param rows at least one; a row of nothing but blanks is left out
 */
public record ProjectsCsv(List<ProjectField> columns, List<Row> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One project as it stands in the file.
     *
     * @param number 1 is the first project
     * @param values by field names, as far as the columns go
     * @param problem why its values cannot be told apart; null when they can
     */
    public record Row(int number, Map<String, Object> values, String problem) {

        /**
         * The values, when they are those of a project.
         *
         * @throws ActionRefused when there are more of them than columns
         */
        public Map<String, Object> fields() {
            if (problem != null) {
                throw ActionRefused.invalid(null, problem);
            }
            return values;
        }
    }

    /**
     * Reads a file.
     *
     * @throws ActionRefused when the file as a whole cannot be understood
     */
    public static ProjectsCsv read(byte[] file) {
        String text = text(file);
        Separator separator = Separator.of(text);
        List<CSVRecord> lines = lines(text, separator);
        if (lines.isEmpty()) {
            throw unreadable("The CSV is empty; its first row must name the fields.");
        }
        List<ProjectField> columns = columns(lines.get(0));
        List<CSVRecord> projects = lines.stream()
                .skip(1)
                .filter(line -> line.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (projects.isEmpty()) {
            throw unreadable("The CSV has no projects below its first row.");
        }
        return new ProjectsCsv(
                columns,
                IntStream.rangeClosed(1, projects.size())
                        .mapToObj(number -> row(number, projects.get(number - 1), columns, separator))
                        .toList());
    }

    private static List<ProjectField> columns(CSVRecord header) {
        List<String> names = header.stream().map(String::strip).toList();
        RequestFields.checkNames(names);
        if (new HashSet<>(names).size() < names.size()) {
            throw unreadable("The first row of the CSV names a field twice.");
        }
        return names.stream().flatMap(name -> ProjectField.byKey(name).stream()).toList();
    }

    private static Row row(int number, CSVRecord line, List<ProjectField> columns, Separator separator) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
            values.put(columns.get(i).key(), line.get(i));
        }
        String problem = line.size() <= columns.size()
                ? null
                : "Row %d has %d values, and the header names %d; put a value that contains a %s in quotes."
                        .formatted(number, line.size(), columns.size(), separator.word());
        return new Row(number, values, problem);
    }

    private static List<CSVRecord> lines(String text, Separator separator) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator.character())
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return records(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("Closing a text cannot fail", e);
        }
    }

    private static List<CSVRecord> records(CSVParser parser) {
        try {
            return parser.getRecords();
        } catch (UncheckedIOException e) {
            throw unreadable("The CSV cannot be read from line %d on; look at the quotes there."
                    .formatted(parser.getCurrentLineNumber()));
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable("The CSV is not in UTF-8; save it as \"CSV UTF-8\".");
        }
    }

    private static ActionRefused unreadable(String message) {
        return ActionRefused.invalid("body", message);
    }

    /** What stands between two values. */
    private record Separator(char character, String word) {

        static Separator of(String text) {
            String header = text.lines().findFirst().orElse("");
            return header.contains(";") ? new Separator(';', "semicolon") : new Separator(',', "comma");
        }
    }
}
