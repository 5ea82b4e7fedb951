package io.projectexport.web.upload;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.csv.CsvCell;
import io.projectexport.web.problem.BulkItems;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The projects of a file, as it is understood.
 *
 * @param rows at least one
 * @param total row of sums, which is no project; null when there is none
 */
record UploadedFile(UploadColumns columns, List<Row> rows, SheetRow total, FileReading dates, FileReading amounts) {

    private static final int MAX_ROWS = 1000;

    /**
     * How somebody wants values to be read.
     *
     * @param dates name of a {@link DateReading}; null leaves it to the values
     * @param amounts name of an {@link AmountReading}; null leaves it to the values
     */
    record Choice(String dates, String amounts) {

        static final Choice NONE = new Choice(null, null);
    }

    /**
     * One project.
     *
     * @param number of its row in the spreadsheet
     * @param values by field names, as the API takes them, or as they are in the file where they cannot be read
     * @param problems why it cannot be submitted, whatever the rules for projects say
     */
    record Row(int number, Map<String, Object> values, List<FieldError> problems) {

        /**
         * The values of a project.
         *
         * @throws ActionRefused when they cannot be read
         */
        Map<String, Object> fields() {
            if (!problems.isEmpty()) {
                throw ActionRefused.invalid(problems);
            }
            return values;
        }
    }

    /**
     * Reads the projects of a sheet.
     *
     * @throws ActionRefused when there are none, or too many
     */
    static UploadedFile of(Sheet sheet, Choice choice) {
        UploadColumns columns = UploadColumns.of(sheet);
        List<SheetRow> rows =
                sheet.rows().subList(columns.index() + 1, sheet.rows().size());
        SheetRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        SheetRow total = last != null && TotalsRow.is(last, columns.columns()) ? last : null;
        List<SheetRow> projects = total == null ? rows : rows.subList(0, rows.size() - 1);
        if (projects.isEmpty()) {
            throw ActionRefused.invalid("file", "The CSV has no projects below its first row.");
        }
        BulkItems.checkNumber("the file", sheet.total() - sheet.rows().size() + projects.size(), MAX_ROWS);
        FileReading dates = FileReading.of(
                List.of(DateReading.values()), values(projects, columns, ProjectField.DEADLINE), choice.dates());
        FileReading amounts = FileReading.of(
                List.of(AmountReading.values()),
                values(projects, columns, ProjectField.ESTIMATE_AMOUNT),
                choice.amounts());
        UploadedFile file = new UploadedFile(columns, new ArrayList<>(), total, dates, amounts);
        projects.forEach(row -> file.rows.add(file.row(row, sheet.separator())));
        return file;
    }

    private static List<String> values(List<SheetRow> rows, UploadColumns columns, ProjectField field) {
        Integer column = columns.columns().get(field);
        return column == null
                ? List.of()
                : rows.stream()
                        .map(row -> row.cell(column).strip())
                        .filter(value -> !SheetRow.isBlank(value))
                        .filter(value -> SpreadsheetDamage.of(field, value).isEmpty())
                        .toList();
    }

    private Row row(SheetRow row, String separator) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> problems = new ArrayList<>();
        columns.columns().forEach((field, column) -> {
            if (column < row.cells().size()) {
                String value = CsvCell.plain(row.cell(column));
                problem(field, value).ifPresent(problems::add);
                values.put(field.key(), read(field, value));
            }
        });
        int width = columns.heading().cells().size();
        if (separator != null && row.cells().size() > width) {
            String shifted = "Row %d has %d values, and the header names %d; put a value that contains a %s in quotes."
                    .formatted(row.number(), row.cells().size(), width, separator);
            return new Row(row.number(), values, List.of(new FieldError(null, shifted)));
        }
        return new Row(row.number(), values, problems);
    }

    private Object read(ProjectField field, String value) {
        return Optional.ofNullable(reading(field))
                .flatMap(reading -> reading.read(value))
                .orElse(value);
    }

    private Optional<FieldError> problem(ProjectField field, String value) {
        return SpreadsheetDamage.of(field, value)
                .or(() -> Optional.ofNullable(reading(field))
                        .filter(reading -> reading.isOpen(value) || isDoubtful(reading, value))
                        .map(reading -> new FieldError(
                                field.key(),
                                "%s \"%s\" can be read in two ways. Choose above how this file writes it."
                                        .formatted(field.label(), value.strip()))));
    }

    /** That other amounts have a point before their decimals does not make a thousand one. */
    private static boolean isDoubtful(FileReading reading, String value) {
        return !reading.isChosen()
                && reading.declared() instanceof AmountReading declared
                && declared.isDoubtful(value);
    }

    private FileReading reading(ProjectField field) {
        return switch (field) {
            case DEADLINE -> dates;
            case ESTIMATE_AMOUNT -> amounts;
            default -> null;
        };
    }

    /** The values of the projects that can be read, by their rows; blank in a column that ends before the row. */
    SortedMap<Integer, Map<String, Object>> complete() {
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

    /** The fields that the file has, in the order of the file. */
    List<ProjectField> fields() {
        return columns.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the person has to know about how the file was understood. */
    List<String> notes() {
        return Stream.of(leftOut(), titles(), totals(), lostZeros())
                .filter(Objects::nonNull)
                .toList();
    }

    private String leftOut() {
        List<String> names = columns.leftOut();
        return names.isEmpty() ? null : "Left out, because no field is called so: %s.".formatted(Several.of(names, 20));
    }

    private String titles() {
        return columns.index() == 0
                ? null
                : "The headings are in row %d; what stands above them is left out."
                        .formatted(columns.heading().number());
    }

    private String totals() {
        return total == null ? null : "Row %d is a total and is left out.".formatted(total.number());
    }

    /** A spreadsheet drops the zeros at the beginning of what it takes for a number. */
    private String lostZeros() {
        List<String> short_ = rows.stream()
                .filter(row -> String.valueOf(row.values().get(ProjectField.PROJECT_NUMBER.key()))
                        .strip()
                        .matches("[1-9]\\d{0,2}"))
                .map(row -> "%s in row %d".formatted(row.values().get(ProjectField.PROJECT_NUMBER.key()), row.number()))
                .toList();
        return short_.isEmpty()
                ? null
                : "Is a zero missing? A spreadsheet drops the zeros at the beginning of a project number: %s."
                        .formatted(Several.of(short_, 5));
    }
}
