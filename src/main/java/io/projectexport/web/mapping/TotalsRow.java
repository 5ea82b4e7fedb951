package io.projectexport.web.mapping;

import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.sheet.SheetRow;
import java.util.Map;
import java.util.regex.Pattern;

/** The sum below a table, which is no project. */
final class TotalsRow {

    private static final Pattern WORD = Pattern.compile(
            "(?iu)(?:grand |sub-?)?(?:totals?|sum|summe|gesamt|gesamtsumme|insgesamt|total général|totaal|suma|totale)[: ]*");

    private TotalsRow() {}

    /** Whether a row has a word for totals and nothing that would make it a project, or an amount and nothing else. */
    static boolean is(SheetRow row, Map<ProjectField, Integer> columns) {
        boolean isNamed = isProject(cell(row, columns, ProjectField.PROJECT_NUMBER))
                || isProject(cell(row, columns, ProjectField.PROJECT_NAME));
        boolean hasWord = row.cells().stream().anyMatch(TotalsRow::isWord);
        boolean isOnlyAmount =
                row.cells().stream().filter(cell -> !SheetRow.isBlank(cell)).count() == 1
                        && !SheetRow.isBlank(cell(row, columns, ProjectField.ESTIMATE_AMOUNT));
        return !isNamed && (hasWord || isOnlyAmount);
    }

    private static boolean isProject(String cell) {
        return !SheetRow.isBlank(cell) && !isWord(cell);
    }

    private static boolean isWord(String cell) {
        return cell.length() < 30 && WORD.matcher(cell.strip()).matches();
    }

    private static String cell(SheetRow row, Map<ProjectField, Integer> columns, ProjectField field) {
        return columns.containsKey(field) ? row.cell(columns.get(field)) : "";
    }
}
