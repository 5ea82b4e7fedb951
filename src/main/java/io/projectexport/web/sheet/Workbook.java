package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reader of an Excel workbook, whose sheet with projects becomes the same text as a CSV file. */
final class Workbook {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final int MOST_SHEETS = 20;

    /** So much of a file tells its kind. */
    private static final int SHORTEST = 8;

    private Workbook() {}

    static boolean is(byte[] file) {
        return file.length > SHORTEST && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    /** Whether it is a workbook as Excel saved them before 2007. */
    static boolean isOld(byte[] file) {
        return file.length > SHORTEST && ReadableWorkbook.isOLE2Header(file);
    }

    /**
     * The sheet that somebody wants, or else the visible one with the most headings in a row, or the first.
     *
     * @param wanted which of the visible sheets that are not blank; 0 is the first, null leaves it to the workbook
     * @throws ActionRefused when the file cannot be read, or holds too much
     */
    static SheetText text(byte[] file, Integer wanted, Predicate<String> isHeading) {
        try {
            WorkbookBounds.check(file);
            byte[] known = WorkbookEpoch.spelledOut(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(known), WITH_FORMATS)) {
                return text(sheets(workbook, isHeading), wanted);
            }
        } catch (ActionRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // the reader fails in many ways over what is no workbook
            throw ActionRefused.invalid(
                    "file",
                    "The workbook cannot be read. Save it again as .xlsx, without a password, or as CSV UTF-8.");
        }
    }

    private static List<WorkbookSheet> sheets(ReadableWorkbook workbook, Predicate<String> isHeading) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .limit(MOST_SHEETS)
                .map(sheet -> WorkbookSheet.of(sheet, isHeading))
                .filter(look -> !look.isBlank())
                .toList();
    }

    private static SheetText text(List<WorkbookSheet> sheets, Integer wanted) throws IOException {
        if (sheets.isEmpty()) {
            return SheetText.of("");
        }
        boolean isThere = wanted != null && wanted >= 0 && wanted < sheets.size();
        int shown = isThere ? wanted : withMostHeadings(sheets);
        List<String> names = sheets.stream().map(WorkbookSheet::name).toList();
        return new SheetText(csv(sheets.get(shown).sheet()), names, shown);
    }

    private static int withMostHeadings(List<WorkbookSheet> sheets) {
        int most = 0;
        for (int i = 1; i < sheets.size(); i++) {
            most = sheets.get(i).headings() > sheets.get(most).headings() ? i : most;
        }
        return most;
    }

    private static String csv(Sheet sheet) throws IOException {
        WorkbookText text = new WorkbookText();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                text.add(row);
            }
        }
        return text.csv();
    }
}
