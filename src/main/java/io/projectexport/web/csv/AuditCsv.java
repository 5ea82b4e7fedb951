package io.projectexport.web.csv;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.projectexport.export.audit.AuditLine;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.text.DisplayFormat;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes lines of the audit log as CSV that is safe to open in a spreadsheet; moments in the installation's zone. */
public final class AuditCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("at", "who", "address", "kind", "what", "subject", "exportId", "before", "after", "times")
            .get();

    private AuditCsv() {}

    public static void write(Stream<AuditLine> lines, DisplayFormat format, Appendable file) throws IOException {
        file.append(ByteOrderMark.TEXT);
        CSVPrinter printer = new CSVPrinter(file, FORMAT);
        for (Iterator<AuditLine> line = lines.iterator(); line.hasNext(); ) {
            write(line.next(), format, printer);
        }
    }

    private static void write(AuditLine line, DisplayFormat format, CSVPrinter printer) throws IOException {
        AuditedChange change = line.entry().change();
        printer.printRecord(
                ISO_OFFSET_DATE_TIME.format(format.at(line.entry().at())),
                CsvCell.of(line.entry().actor().userId()),
                CsvCell.of(line.entry().actor().address()),
                change.kind().label(),
                CsvCell.of(change.what()),
                CsvCell.of(change.subject()),
                line.exportId(),
                CsvCell.of(change.before()),
                CsvCell.of(change.after()),
                line.entry().times());
    }
}
