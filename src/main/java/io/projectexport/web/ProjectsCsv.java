package io.projectexport.web;

import io.projectexport.export.ActionRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads projects from CSV as spreadsheets write it: UTF-8, comma or semicolon, the field names in the first row. */
final class ProjectsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ProjectsCsv() {}

    /**
     * The projects, each by field names; a row of nothing but blanks is left out.
     *
     * @throws ActionRefused when the file as a whole cannot be understood
     */
    static List<Map<String, Object>> read(byte[] file) {
        List<CSVRecord> rows = rows(text(file));
        if (rows.isEmpty()) {
            throw unreadable("The CSV is empty; its first row must name the fields.");
        }
        List<String> header = rows.get(0).stream().map(String::strip).toList();
        ProjectFields.checkNames(header);
        if (new HashSet<>(header).size() < header.size()) {
            throw unreadable("The first row of the CSV names a field twice.");
        }
        return rows.stream()
                .skip(1)
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .map(row -> fields(header, row))
                .toList();
    }

    private static Map<String, Object> fields(List<String> header, CSVRecord row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            // a value beyond the header gets a name that is refused, so that it is not lost in silence
            fields.put(i < header.size() ? header.get(i) : "column " + (i + 1), row.get(i));
        }
        return fields;
    }

    private static List<CSVRecord> rows(String text) {
        String header = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(header.contains(";") ? ';' : ',')
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
}
