package io.projectexport.web.csv;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.input.RequestFields;
import io.projectexport.web.sheet.CsvSheet;
import io.projectexport.web.sheet.Headings;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Projects from CSV that a program sends: the field names in the first row, and values as the API takes them.
 *
 * @param columns in the order of the file
 * @param rows the first, at least one; a row of nothing but blanks is left out
 * @param total how many there are
 */
public record ProjectsCsv(List<ProjectField> columns, List<Row> rows, int total) {

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
        Sheet sheet = CsvSheet.read(file, name -> Headings.strict(name).isPresent());
        if (sheet.rows().isEmpty()) {
            throw unreadable("The CSV is empty; its first row must name the fields.");
        }
        List<ProjectField> columns = columns(sheet.rows().get(0));
        List<SheetRow> projects = sheet.rows().subList(1, sheet.rows().size());
        if (projects.isEmpty()) {
            throw unreadable("The CSV has no projects below its first row.");
        }
        return new ProjectsCsv(
                columns,
                IntStream.rangeClosed(1, projects.size())
                        .mapToObj(number -> row(number, projects.get(number - 1), columns, sheet.separator()))
                        .toList(),
                sheet.total() - 1);
    }

    private static List<ProjectField> columns(SheetRow header) {
        List<String> names = header.cells().stream().map(ProjectsCsv::name).toList();
        RequestFields.checkNames(names);
        if (new HashSet<>(names).size() < names.size()) {
            throw unreadable("The first row of the CSV names a field twice.");
        }
        return names.stream().flatMap(name -> ProjectField.byKey(name).stream()).toList();
    }

    private static String name(String heading) {
        return Headings.strict(heading).map(ProjectField::key).orElseGet(heading::strip);
    }

    private static Row row(int number, SheetRow row, List<ProjectField> columns, String separator) {
        List<String> cells = row.cells();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            values.put(columns.get(i).key(), CsvCell.plain(cells.get(i)));
        }
        String problem = cells.size() <= columns.size()
                ? null
                : "Row %d has %d values, and the header names %d; put a value that contains a %s in quotes."
                        .formatted(number, cells.size(), columns.size(), separator);
        return new Row(number, values, problem);
    }

    private static ActionRefused unreadable(String message) {
        return ActionRefused.invalid("body", message);
    }
}
