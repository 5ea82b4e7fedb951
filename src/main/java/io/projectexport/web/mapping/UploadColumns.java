package io.projectexport.web.mapping;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.sheet.Headings;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The headings of a file, and what their columns mean.
 *
 * @param index of the row with the headings, which a title may stand above
 * @param heading that row
 * @param fields by column, the first of which is 0; a column without one is left out
 */
public record UploadColumns(int index, SheetRow heading, SortedMap<Integer, ProjectField> fields) {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int ROWS_WITH_EXAMPLES = 100;
    private static final int MOST_EXAMPLES = 3;

    /**
     * Finds the columns by their names.
     *
     * @throws ActionRefused when there is nothing in the sheet
     */
    static UploadColumns of(Sheet sheet) {
        List<SheetRow> rows = sheet.rows();
        if (rows.isEmpty()) {
            throw ActionRefused.invalid("file", "The file is empty; one of its first rows must name the columns.");
        }
        int index = 0;
        for (int i = 1; i < Math.min(rows.size(), ROWS_LOOKED_AT); i++) {
            index = isMoreOfAHeading(rows.get(i), rows.get(index)) ? i : index;
        }
        SheetRow heading = rows.get(index);
        return new UploadColumns(index, heading, found(heading));
    }

    /** By the fields that it names; where nothing is familiar, a title is told by standing alone. */
    private static boolean isMoreOfAHeading(SheetRow row, SheetRow other) {
        long familiar = familiar(row) - familiar(other);
        return familiar > 0 || familiar == 0 && familiar(other) == 0 && filled(other) < 2 && filled(row) > 1;
    }

    private static long familiar(SheetRow row) {
        return row.cells().stream()
                .flatMap(cell -> Headings.familiar(cell).stream())
                .distinct()
                .count();
    }

    private static long filled(SheetRow row) {
        return row.cells().stream().filter(cell -> !SheetRow.isBlank(cell)).count();
    }

    /** Of several columns with names for a field those with the surest one. */
    private static SortedMap<Integer, ProjectField> found(SheetRow heading) {
        Map<ProjectField, Integer> ranks = new EnumMap<>(ProjectField.class);
        heading.cells()
                .forEach(cell ->
                        Headings.familiar(cell).ifPresent(field -> ranks.merge(field, Headings.rank(cell), Math::min)));
        SortedMap<Integer, ProjectField> fields = new TreeMap<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            int column = i;
            Headings.familiar(heading.cell(i))
                    .filter(field -> ranks.get(field) == Headings.rank(heading.cell(column)))
                    .ifPresent(field -> fields.put(column, field));
        }
        return fields;
    }

    /** The same headings with what somebody says that their columns mean; columns that are not there are passed over. */
    UploadColumns meaning(SortedMap<Integer, ProjectField> chosen) {
        return new UploadColumns(
                index, heading, new TreeMap<>(chosen.subMap(0, heading.cells().size())));
    }

    /** Whether any heading is a known one. */
    boolean isFamiliar() {
        return familiar(heading) > 0;
    }

    /** How many there are. */
    public int size() {
        return heading.cells().size();
    }

    /** The heading of a column, for people; empty where it has none. */
    public String label(int column) {
        return ShownText.of(heading.cell(column));
    }

    /** The first different values of a column, by which a person recognizes it. */
    public List<String> examples(Sheet sheet, int column) {
        return sheet.rows().stream()
                .skip(index + 1L)
                .limit(ROWS_WITH_EXAMPLES)
                .map(row -> row.cell(column))
                .filter(value -> !SheetRow.isBlank(value))
                .map(ShownText::of)
                .distinct()
                .limit(MOST_EXAMPLES)
                .toList();
    }

    /** The column of each field that has one. */
    Map<ProjectField, Integer> columns() {
        Map<ProjectField, Integer> columns = new EnumMap<>(ProjectField.class);
        fields.forEach((column, field) -> columns.putIfAbsent(field, column));
        return columns;
    }

    /** Names that tell the columns apart, whatever their order: of several with the same name the second one has a number. */
    List<String> names() {
        Map<String, Integer> seen = new HashMap<>();
        return heading.cells().stream()
                .map(Headings::name)
                .map(name -> {
                    int number = seen.merge(name, 1, Integer::sum);
                    return number == 1 ? name : name + " " + number;
                })
                .toList();
    }

    /** The names of columns that nobody reads, in the order of the file. */
    List<String> leftOut() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, size())
                .filter(column -> !fields.containsKey(column))
                .mapToObj(this::label)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** Whether it is clear what to read. */
    public boolean isReadable() {
        return ColumnProblems.conflicts(this).isEmpty() && fields.containsValue(ProjectField.PROJECT_NUMBER);
    }
}
