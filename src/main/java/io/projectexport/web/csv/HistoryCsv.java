package io.projectexport.web.csv;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.text.DisplayFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a history as CSV that is safe to open in a spreadsheet. */
public final class HistoryCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("at", "who", "what", "round", "comment", "error", "xeroJobId")
            .get();

    private HistoryCsv() {}

    public static String write(List<HistoryEntry> history, DisplayFormat format) {
        StringBuilder csv = new StringBuilder(ByteOrderMark.TEXT);
        try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
            for (HistoryEntry step : history) {
                printer.printRecord(
                        ISO_OFFSET_DATE_TIME.format(format.at(step.at())),
                        CsvCell.of(step.who()),
                        CsvCell.of(step.what()),
                        step.round(),
                        CsvCell.of(step.comment()),
                        CsvCell.of(step.error()),
                        CsvCell.of(step.xeroJobId()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return csv.toString();
    }
}
