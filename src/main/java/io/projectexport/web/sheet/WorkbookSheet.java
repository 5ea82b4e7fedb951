package io.projectexport.web.sheet;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A sheet of a workbook at a glance, so that the one with projects is found without reading them all.
 *
 * @param isBlank whether there is nothing in it
 * @param headings the most of one of its first rows; -1 where it cannot be read
 */
record WorkbookSheet(Sheet sheet, boolean isBlank, long headings) {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int CELLS_LOOKED_AT = 250_000;

    /** As spreadsheets allow it. */
    private static final int LONGEST_NAME = 31;

    static WorkbookSheet of(Sheet sheet, Predicate<String> isHeading) {
        try {
            return look(sheet, isHeading);
        } catch (IOException | RuntimeException e) {
            // told to whoever wants to read it, because another one may be meant
            return new WorkbookSheet(sheet, false, -1);
        }
    }

    private static WorkbookSheet look(Sheet sheet, Predicate<String> isHeading) throws IOException {
        long headings = 0;
        int filled = 0;
        int cells = 0;
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            while (rows.hasNext() && filled < ROWS_LOOKED_AT && cells < CELLS_LOOKED_AT) {
                Row row = rows.next();
                List<String> values = values(row);
                cells += row.getCellCount();
                filled += values.isEmpty() ? 0 : 1;
                headings = Math.max(headings, values.stream().filter(isHeading).count());
            }
            // what is too wide to look through is refused when it is read
            return new WorkbookSheet(sheet, filled == 0 && !rows.hasNext(), headings);
        }
    }

    String name() {
        String name = sheet.getName();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** The texts of a row up to its last one that is not blank. */
    static List<String> values(Row row) {
        return SheetRow.of(row.getRowNum(), row.stream().map(WorkbookCell::text).toList())
                .cells();
    }
}
