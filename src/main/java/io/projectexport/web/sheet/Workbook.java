package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
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
     * The first visible sheet with a heading, or else the first one.
     *
     * @throws ActionRefused when the file cannot be read, or holds too much
     */
    static String text(byte[] file, Predicate<String> isHeading) {
        try {
            WorkbookBounds.check(file);
            byte[] known = WorkbookEpoch.spelledOut(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(known), WITH_FORMATS)) {
                return text(workbook, isHeading);
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

    private static String text(ReadableWorkbook workbook, Predicate<String> isHeading) throws IOException {
        WorkbookText first = null;
        Iterator<org.dhatim.fastexcel.reader.Sheet> sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .limit(MOST_SHEETS)
                .iterator();
        while (sheets.hasNext()) {
            WorkbookText text = text(sheets.next(), isHeading);
            if (text.hasHeading()) {
                return text.csv();
            }
            first = first == null ? text : first;
        }
        return first == null ? "" : first.csv();
    }

    private static WorkbookText text(org.dhatim.fastexcel.reader.Sheet sheet, Predicate<String> isHeading)
            throws IOException {
        WorkbookText text = new WorkbookText(isHeading);
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                text.add(row);
            }
        }
        return text;
    }
}
