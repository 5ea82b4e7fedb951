package io.projectexport.web.mapping;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.csv.CsvCell;
import io.projectexport.web.problem.BulkItems;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The projects of a file, as it is understood.
 *
 * @param rows at least one
 * @param total row of sums, which is no project; null when there is none
 */
public record UploadedFile(ColumnMapping mapping, List<Row> rows, SheetRow total, FileReadings readings) {

    private static final int MAX_ROWS = 1000;

    /**
     * How somebody wants a file to be read, as forms send it.
     *
     * @param dates name of a {@link DateReading}; blank leaves it to the values
     * @param amounts name of an {@link AmountReading}; blank leaves it to the values
     * @param columns such as {@code 0:projectNumber} for each column that is a field; null leaves it to the headings
     */
    public record Choice(String dates, String amounts, List<String> columns) {

        public static final Choice NONE = new Choice(null, null, null);

        private static final Pattern COLUMN = Pattern.compile("(\\d{1,5}):(\\w{1,50})");

        static Choice of(SortedMap<Integer, ProjectField> fields, String dates, String amounts) {
            List<String> columns = fields.entrySet().stream()
                    .map(entry -> column(entry.getKey(), entry.getValue()))
                    .toList();
            return new Choice(dates, amounts, columns);
        }

        /** How forms say that a column is a field. */
        public static String column(int column, ProjectField field) {
            return "%d:%s".formatted(column, field.key());
        }

        /** Fields by column; empty when nobody chose them. */
        Optional<SortedMap<Integer, ProjectField>> fields() {
            if (columns == null) {
                return Optional.empty();
            }
            SortedMap<Integer, ProjectField> fields = new TreeMap<>();
            columns.stream()
                    .map(column -> COLUMN.matcher(String.valueOf(column)))
                    .filter(Matcher::matches)
                    .forEach(column -> ProjectField.byKey(column.group(2))
                            .ifPresent(field -> fields.put(Integer.valueOf(column.group(1)), field)));
            return Optional.of(fields);
        }

        public boolean hasDates() {
            return dates != null && !dates.isBlank();
        }

        public boolean hasAmounts() {
            return amounts != null && !amounts.isBlank();
        }
    }

    /**
     * One project.
     *
     * @param number of its row in the spreadsheet
     * @param values by field names, as the API takes them, or as they are in the file where they cannot be read
     * @param problems why it cannot be submitted, whatever the rules for projects say
     */
    public record Row(int number, Map<String, Object> values, List<FieldError> problems) {

        /**
         * The values of a project.
         *
         * @throws ActionRefused when they cannot be read
         */
        public Map<String, Object> fields() {
            if (!problems.isEmpty()) {
                throw ActionRefused.invalid(problems);
            }
            return values;
        }
    }

    /**
     * Reads the projects of a sheet.
     *
     * @throws ActionRefused when there are none, or too many, or it is not clear which column is which
     */
    public static UploadedFile of(Sheet sheet, Choice choice) {
        return of(sheet, ColumnMapping.of(sheet, choice));
    }

    /**
     * Reads the projects of a sheet whose columns are known.
     *
     * @throws ActionRefused when there are none, or too many, or it is not clear which column is which
     */
    public static UploadedFile of(Sheet sheet, ColumnMapping mapping) {
        UploadColumns columns = mapping.columns();
        if (!columns.isReadable()) {
            throw ActionRefused.invalid("file", String.join(" ", mapping.problems()));
        }
        List<SheetRow> rows = below(sheet, columns);
        SheetRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        SheetRow total = last != null && TotalsRow.is(last, columns.columns()) ? last : null;
        List<SheetRow> projects = total == null ? rows : rows.subList(0, rows.size() - 1);
        if (projects.isEmpty()) {
            throw ActionRefused.invalid("file", "The file has no projects below its headings.");
        }
        BulkItems.checkNumber("the file", sheet.total() - sheet.rows().size() + projects.size(), MAX_ROWS);
        UploadedFile file = new UploadedFile(mapping, new ArrayList<>(), total, FileReadings.of(projects, mapping));
        projects.forEach(row -> file.rows.add(file.row(row, sheet.separator())));
        return file;
    }

    private static List<SheetRow> below(Sheet sheet, UploadColumns columns) {
        return sheet.rows().subList(columns.index() + 1, sheet.rows().size());
    }

    private Row row(SheetRow row, String separator) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> problems = new ArrayList<>();
        mapping.columns().columns().forEach((field, column) -> {
            if (column < row.cells().size()) {
                String value = CsvCell.plain(row.cell(column));
                readings.problem(field, value).ifPresent(problems::add);
                values.put(field.key(), readings.read(field, value));
            }
        });
        int width = mapping.columns().size();
        if (separator != null && row.cells().size() > width) {
            String shifted = "Row %d has %d values, and the header names %d; put a value that contains a %s in quotes."
                    .formatted(row.number(), row.cells().size(), width, separator);
            return new Row(row.number(), values, List.of(new FieldError(null, shifted)));
        }
        return new Row(row.number(), values, problems);
    }

    /** The fields that the file has, in the order of the file. */
    public List<ProjectField> fields() {
        return List.copyOf(mapping.columns().fields().values());
    }

    /** The values of the projects that can be read, by their rows; blank in a column that ends before the row. */
    public SortedMap<Integer, Map<String, Object>> complete() {
        SortedMap<Integer, Map<String, Object>> complete = new TreeMap<>();
        rows.stream()
                .filter(row -> row.problems().isEmpty())
                .forEach(row -> complete.put(row.number(), complete(row.values())));
        return complete;
    }

    private Map<String, Object> complete(Map<String, Object> values) {
        Map<String, Object> complete = new LinkedHashMap<>();
        fields().forEach(field -> complete.put(field.key(), values.getOrDefault(field.key(), "")));
        return complete;
    }

    /** What the person has to know about how the file was understood. */
    public List<String> notes(LocalDate today) {
        return UploadNotes.of(this, today);
    }
}
