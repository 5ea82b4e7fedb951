package io.projectexport.web.mapping;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.sheet.Headings;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The headings of a file, and what their columns mean.
 *
 * @param index of the row with the headings, which a title may stand above
 * @param heading that row
 * @param columns by field, in the order of the fields
 */
public record UploadColumns(int index, SheetRow heading, Map<ProjectField, Integer> columns) {

    private static final int ROWS_LOOKED_AT = 20;

    /**
     * Finds the columns by their names.
     *
     * @throws ActionRefused when there is none with project numbers, or it is not clear which one is meant
     */
    static UploadColumns of(Sheet sheet) {
        List<SheetRow> rows = sheet.rows();
        if (rows.isEmpty()) {
            throw refused("The CSV is empty; its first row must name the fields.");
        }
        int index = 0;
        for (int i = 1; i < Math.min(rows.size(), ROWS_LOOKED_AT); i++) {
            index = familiar(rows.get(i)) > familiar(rows.get(index)) ? i : index;
        }
        SheetRow heading = rows.get(index);
        Map<ProjectField, Integer> columns = columns(heading);
        if (!columns.containsKey(ProjectField.PROJECT_NUMBER)) {
            throw refused(noNumbers(heading));
        }
        return new UploadColumns(index, heading, columns);
    }

    private static long familiar(SheetRow row) {
        return row.cells().stream()
                .flatMap(cell -> Headings.familiar(cell).stream())
                .distinct()
                .count();
    }

    private static Map<ProjectField, Integer> columns(SheetRow heading) {
        Map<ProjectField, Integer> columns = new EnumMap<>(ProjectField.class);
        for (int i = 0; i < heading.cells().size(); i++) {
            int column = i;
            Headings.familiar(heading.cell(i))
                    .ifPresent(field -> columns.merge(field, column, (first, second) -> surer(heading, first, second)));
        }
        return columns;
    }

    private static int surer(SheetRow heading, int first, int second) {
        int ranks = Headings.rank(heading.cell(first)) - Headings.rank(heading.cell(second));
        if (ranks == 0) {
            throw refused("Row %d names \"%s\" twice. Rename the column that is not meant."
                    .formatted(heading.number(), shortened(heading.cell(second))));
        }
        return ranks < 0 ? first : second;
    }

    private static String noNumbers(SheetRow heading) {
        List<String> alike = heading.cells().stream()
                .filter(name -> Headings.isLike(ProjectField.PROJECT_NUMBER, name))
                .toList();
        String hint = alike.size() == 1 ? "; did you mean \"%s\"?".formatted(shortened(alike.get(0))) : ".";
        return "No column of this file has the project numbers. Name it \"Project number\" in row %d%s"
                .formatted(heading.number(), hint);
    }

    /** The names of columns that nobody reads, in the order of the file. */
    List<String> leftOut() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, heading.cells().size())
                .filter(column -> !columns.containsValue(column))
                .mapToObj(heading::cell)
                .filter(name -> !SheetRow.isBlank(name))
                .map(UploadColumns::shortened)
                .forEach(names::add);
        return names;
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    private static ActionRefused refused(String message) {
        return ActionRefused.invalid("file", message);
    }
}
