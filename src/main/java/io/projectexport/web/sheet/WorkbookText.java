package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.reader.Row;

/** The text of a sheet of a workbook as CSV, with a blank line for each blank row, so that rows keep their numbers. */
final class WorkbookText {

    private static final int LONGEST = 1 << 20;
    private static final long MOST_CELLS = 5_000_000;
    private static final int LAST_ROW = 100_000;

    private final StringBuilder csv = new StringBuilder("sep=%c\r\n".formatted(Separator.CELL.character()));
    private final CSVPrinter printer;
    private int written;
    private long cells;

    WorkbookText() throws IOException {
        printer = new CSVPrinter(
                csv,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(Separator.CELL.character())
                        .get());
    }

    void add(Row row) throws IOException {
        cells += row.getCellCount();
        if (cells > MOST_CELLS) {
            throw tooMuch();
        }
        List<String> values = WorkbookSheet.values(row);
        if (values.isEmpty()) {
            return;
        }
        if (row.getRowNum() > LAST_ROW) {
            throw tooMuch();
        }
        for (written++; written < row.getRowNum(); written++) {
            csv.append("\r\n");
        }
        printer.printRecord(values);
        if (csv.length() > LONGEST) {
            throw tooMuch();
        }
    }

    String csv() {
        return csv.toString();
    }

    private static ActionRefused tooMuch() {
        return ActionRefused.invalid("file", "The sheet has more text or rows than fit. Send it in parts.");
    }
}
